"""What `everything.yaml` and `specs/orders.yaml` refer to and do not make: it has to be there before the stack."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping
from zipfile import ZipFile

import boto3

REGION = "eu-west-1"
BUCKET = "code"
_FUNCTION = re.compile(r"arn:aws:lambda:[^:]*:[^:]*:function:([\w-]+)(?::(\w+))?")
_ASSUMED = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}


def prepare(packages: Mapping[str, bytes], functions: Iterable[str]) -> dict[str, str]:
    """Makes the code's bucket, a hosted zone, a web ACL and functions; returns what stands for what the files name."""
    s3 = boto3.client("s3", region_name=REGION)
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    for key, content in {"code.zip": _packed(), **packages}.items():
        s3.put_object(Bucket=BUCKET, Key=key, Body=content)
    role = boto3.client("iam").create_role(RoleName="orders-list", AssumeRolePolicyDocument=json.dumps(_ASSUMED))
    for name in functions:
        _make_function(name, role["Role"]["Arn"])
    zone = boto3.client("route53").create_hosted_zone(Name="shop.example.com", CallerReference="1")["HostedZone"]["Id"]
    return {"Z0123456789ABCDEFGHIJ": zone.rpartition("/")[2], _WEB_ACL: _make_web_acl()}


_WEB_ACL = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/orders/0b7f2c1e-5d43-4f6a-9a55-3f1f0a2c8d11"


def _packed() -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("index.py", "def handler(event, context): ...\n")
    return packed.getvalue()


def _make_function(name: str, role: str) -> None:
    client = boto3.client("lambda", region_name=REGION)
    code = {"ZipFile": _packed()}
    client.create_function(FunctionName=name, Runtime="python3.13", Role=role, Handler="index.handler", Code=code)
    for alias in ("dev", "live", "next"):
        client.create_alias(FunctionName=name, Name=alias, FunctionVersion="$LATEST")


def _make_web_acl() -> str:
    made = boto3.client("wafv2", region_name=REGION).create_web_acl(
        Name="orders",
        Scope="REGIONAL",
        DefaultAction={"Allow": {}},
        VisibilityConfig={"SampledRequestsEnabled": False, "CloudWatchMetricsEnabled": False, "MetricName": "orders"},
    )
    return str(made["Summary"]["ARN"])


def replaced(text: str, given: Mapping[str, str]) -> str:
    """Returns a text with what stands for what it names."""
    for name, value in given.items():
        text = text.replace(name, value)
    return text
