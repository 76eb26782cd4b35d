from __future__ import annotations

from msgspec.structs import replace

from specforge.ir import Api, BucketCors, NeededBucket
from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, resources_of


def a_bucket() -> Api:
    api = an_api()
    cors = BucketCors(origins=("https://app.example.com",), methods=("POST",), max_age_s=600)
    return replace(api, needs=(NeededBucket(name="uploads", cors=(cors,), origin=api.origin),))


def test_a_bucket_is_closed_encrypted_and_kept() -> None:
    found = resources_of(a_bucket())

    assert "restrict_public_buckets = true" in found
    assert 'sse_algorithm = "AES256"' in found
    assert "prevent_destroy = true" in found
    assert "days_after_initiation = 7" in found


def test_a_bucket_answers_over_tls_only() -> None:
    found = block_of(a_bucket(), 'resource "aws_s3_bucket_policy"')

    assert 'Bool = { "aws:SecureTransport" = "false" }' in found
    assert 'Effect    = "Deny"' in found


def test_pages_may_send_what_the_cors_rule_says() -> None:
    found = block_of(a_bucket(), 'resource "aws_s3_bucket_cors_configuration"')

    assert 'allowed_origins = ["https://app.example.com"]' in found
    assert "max_age_seconds = 600" in found
