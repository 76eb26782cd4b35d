"""S3 buckets in Terraform: encrypted, closed to the public, TLS only; they outlive the module."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.ir import BucketCors, NeededBucket
from specforge.targets.terraform.blocks import Block, Code, Value, block, inline, listed, mapped, quoted, resource
from specforge.targets.terraform.iam import policy
from specforge.targets.terraform.module import TAGS, Module, nested

_NOTES = (
    "checkov:skip=CKV_AWS_18: CloudTrail's data events say more than access logs; turn them on where that is wanted",
    "checkov:skip=CKV_AWS_21: what is uploaded under a name replaces what was there, as the operation promises",
    "checkov:skip=CKV_AWS_144: a copy in another Region is for who needs one",
    "checkov:skip=CKV_AWS_145: S3 encrypts with a key of its own; a key of KMS would have to be shared with callers",
    "checkov:skip=CKV2_AWS_62: nothing waits for an upload",
)


def bucket_blocks(module: Module) -> Iterator[Block]:
    """Yields the buckets with their settings."""
    for bucket in module.plan.buckets:
        yield from _bucket(bucket, module)


def _bucket(bucket: NeededBucket, module: Module) -> Iterator[Block]:
    label = module.labels.buckets[bucket.name]
    kept = nested("lifecycle", {"prevent_destroy": True})
    prefix = {"bucket_prefix": module.lower_prefix(bucket.name), "tags": TAGS}
    yield resource("aws_s3_bucket", label, prefix, kept, notes=_NOTES)
    closed = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
    yield _setting("public_access_block", label, dict.fromkeys(closed, True))
    owner = nested("rule", {"object_ownership": "BucketOwnerEnforced"})
    yield _setting("ownership_controls", label, {}, owner)
    algorithm = nested("apply_server_side_encryption_by_default", {"sse_algorithm": "AES256"})
    yield _setting("server_side_encryption_configuration", label, {}, block("rule", blocks=(algorithm,)))
    yield _setting("policy", label, {"policy": _tls_only(label)})
    yield _setting("lifecycle_configuration", label, {}, _lifecycle(bucket))
    if bucket.cors:
        yield _setting("cors_configuration", label, {}, *map(_cors_rule, bucket.cors))


def _setting(kind: str, label: str, attributes: dict[str, Value | bool], *inner: Block) -> Block:
    owner: dict[str, Value | bool] = {"bucket": Code(f"aws_s3_bucket.{label}.id")}
    return resource(f"aws_s3_bucket_{kind}", label, {**owner, **attributes}, *inner)


def _tls_only(label: str) -> Value:
    bucket = Code(f"aws_s3_bucket.{label}.arn")
    statement = mapped(
        {
            "Sid": "TlsOnly",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": listed(bucket, quoted(bucket, "/*")),
            "Condition": mapped({"Bool": inline({"aws:SecureTransport": "false"})}),
        }
    )
    return policy(statement)


def _lifecycle(bucket: NeededBucket) -> Block:
    days = nested("abort_incomplete_multipart_upload", {"days_after_initiation": bucket.abort_incomplete_uploads_days})
    return nested("rule", {"id": "unfinished-uploads", "status": "Enabled"}, block("filter"), days)


def _cors_rule(rule: BucketCors) -> Block:
    attributes: dict[str, Value | int | None] = {
        "allowed_origins": listed(*rule.origins),
        "allowed_methods": listed(*rule.methods),
        "allowed_headers": listed(*rule.headers) if rule.headers else None,
        "expose_headers": listed(*rule.expose_headers) if rule.expose_headers else None,
        "max_age_seconds": rule.max_age_s,
    }
    return nested("cors_rule", attributes)
