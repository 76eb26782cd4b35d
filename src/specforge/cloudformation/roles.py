"""Roles, and what the short forms need beside functions: buckets. VPC links, too."""

from __future__ import annotations

from collections.abc import Iterable

from specforge.cloudformation.template import Template, present
from specforge.infrastructure import PlannedVpcLink
from specforge.ir import BucketCors, Data, Grant, NeededBucket

_BUCKET_SKIPS = {
    "CKV_AWS_18": "Who sends and fetches objects stands in the access log of the API that signs the addresses.",
    "CKV_AWS_21": "Objects are sent once, under names of their own; versions would keep what is meant to be replaced.",
}


def add_roles(template: Template) -> None:
    """Adds the roles by which API Gateway calls other services."""
    for role in template.plan.roles:
        policies = _policies(role.grants, template)
        properties: dict[str, Data] = {"AssumeRolePolicyDocument": assumed_by(role.service), "Policies": policies}
        template.add(template.roles[role.name], "AWS::IAM::Role", properties)


def _policies(grants: Iterable[Grant], template: Template) -> Data:
    statements: list[Data] = [statement(grant, template) for grant in grants]
    document: Data = {"Version": "2012-10-17", "Statement": statements}
    return [{"PolicyName": "calls", "PolicyDocument": document}] if statements else None


def statement(grant: Grant, template: Template) -> dict[str, Data]:
    """Returns the statement of a policy that allows what a grant says."""
    resources: list[Data] = [template.speller.spell(resource) for resource in grant.resources]
    condition = template.speller.tree(dict(grant.condition)) if grant.condition else None
    allowed: dict[str, Data] = {"Effect": "Allow", "Action": list(grant.actions), "Resource": resources}
    return present({**allowed, "Condition": condition})


def assumed_by(service: str) -> Data:
    """Returns the policy that lets a service take a role."""
    principal: Data = {"Service": service}
    return {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}],
    }


def add_buckets(template: Template) -> None:
    """Adds the buckets, encrypted and closed to the public; they outlive the stack with what is in them."""
    for bucket in template.plan.buckets:
        logical_id = template.buckets[bucket.name]
        template.add(logical_id, "AWS::S3::Bucket", _bucket(bucket), retained=True, skipped=_BUCKET_SKIPS)
        policy: dict[str, Data] = {"Bucket": {"Ref": logical_id}, "PolicyDocument": _tls_only(logical_id)}
        template.add(f"{logical_id}Policy", "AWS::S3::BucketPolicy", policy)


def _bucket(bucket: NeededBucket) -> dict[str, Data]:
    encryption: Data = [{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]
    closed = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
    abort: Data = {"DaysAfterInitiation": bucket.abort_incomplete_uploads_days}
    lifecycle: Data = [{"Id": "unfinished-uploads", "Status": "Enabled", "AbortIncompleteMultipartUpload": abort}]
    rules: list[Data] = [_cors(rule) for rule in bucket.cors]
    return {
        "BucketEncryption": {"ServerSideEncryptionConfiguration": encryption},
        "PublicAccessBlockConfiguration": dict.fromkeys(closed, True),
        "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
        "LifecycleConfiguration": {"Rules": lifecycle},
        "CorsConfiguration": {"CorsRules": rules} if rules else None,
    }


def _cors(rule: BucketCors) -> Data:
    return present(
        {
            "AllowedOrigins": list(rule.origins),
            "AllowedMethods": list(rule.methods),
            "AllowedHeaders": list(rule.headers),
            "ExposedHeaders": list(rule.expose_headers),
            "MaxAge": rule.max_age_s,
        }
    )


def _tls_only(logical_id: str) -> Data:
    denied: Data = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [{"Fn::GetAtt": [logical_id, "Arn"]}, {"Fn::Sub": f"${{{logical_id}.Arn}}/*"}],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    return {"Version": "2012-10-17", "Statement": [denied]}


def add_vpc_links(template: Template) -> None:
    """Adds the VPC links."""
    for link in template.plan.vpc_links:
        kind = "AWS::ApiGateway::VpcLink" if template.plan.is_rest else "AWS::ApiGatewayV2::VpcLink"
        template.add(template.vpc_links[link.name], kind, _vpc_link(link, template))


def _vpc_link(link: PlannedVpcLink, template: Template) -> dict[str, Data]:
    def listed(texts: Iterable[Data]) -> Data:
        return list(texts) or None

    spell = template.speller.spell
    if template.plan.is_rest:
        return {"Name": link.name, "TargetArns": listed(map(spell, link.targets))}
    groups = listed(map(spell, link.security_groups))
    return {"Name": link.name, "SubnetIds": listed(map(spell, link.subnets)), "SecurityGroupIds": groups}
