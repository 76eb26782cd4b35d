"""What a provider refuses that its schema does not say; only known values are judged."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.deploy.tfcheck.values import UNKNOWN, Block

ENUMS: dict[str, set[str | int]] = {
    "aws_api_gateway_rest_api.endpoint_configuration.types": {"EDGE", "REGIONAL", "PRIVATE"},
    "aws_api_gateway_rest_api.endpoint_configuration.ip_address_type": {"ipv4", "dualstack"},
    "aws_api_gateway_rest_api.api_key_source": {"HEADER", "AUTHORIZER"},
    "aws_api_gateway_rest_api.put_rest_api_mode": {"merge", "overwrite"},
    "aws_api_gateway_domain_name.endpoint_configuration.types": {"EDGE", "REGIONAL", "PRIVATE"},
    "aws_api_gateway_stage.cache_cluster_size": {"0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"},
    "aws_api_gateway_method_settings.settings.logging_level": {"OFF", "ERROR", "INFO"},
    "aws_api_gateway_method_settings.settings.unauthorized_cache_control_header_strategy": {
        "FAIL_WITH_403",
        "SUCCEED_WITH_RESPONSE_HEADER",
        "SUCCEED_WITHOUT_RESPONSE_HEADER",
    },
    "aws_api_gateway_usage_plan.quota_settings.period": {"DAY", "WEEK", "MONTH"},
    "aws_api_gateway_usage_plan_key.key_type": {"API_KEY"},
    "aws_apigatewayv2_api.protocol_type": {"HTTP", "WEBSOCKET"},
    "aws_cloudwatch_log_group.retention_in_days": {
        *(0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653),
    },
}
JSON = {
    "aws_api_gateway_rest_api.policy",
    "aws_api_gateway_rest_api_policy.policy",
    "aws_iam_role.assume_role_policy",
    "aws_iam_role_policy.policy",
    "aws_iam_policy.policy",
    "aws_s3_bucket_policy.policy",
}
ARNS = {
    "aws_api_gateway_stage.access_log_settings.destination_arn",
    "aws_apigatewayv2_stage.access_log_settings.destination_arn",
    "aws_api_gateway_account.cloudwatch_role_arn",
    "aws_wafv2_web_acl_association.resource_arn",
    "aws_wafv2_web_acl_association.web_acl_arn",
    "aws_lambda_permission.source_arn",
    "aws_lambda_function.role",
    "aws_api_gateway_domain_name.certificate_arn",
    "aws_api_gateway_domain_name.regional_certificate_arn",
}
_ARN = re.compile(r"arn:(aws|aws-cn|aws-us-gov):[\w-]*:[\w-]*:(\d{12}|aws)?:.+")
_METHOD_PATH = re.compile(r"\*/\*|[^/].*/(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|ANY|\*)")


class Fault(NamedTuple):
    """What is wrong, and the attribute."""

    summary: str
    path: tuple[str | int, ...]


def faults(kind: str, block: Block, value: Any) -> Iterator[Fault]:
    """Yields what is wrong with a resource."""
    yield from _faults(block, value, (), kind)
    if kind == "aws_api_gateway_rest_api" and isinstance(value, dict):
        yield from _api_faults(value)


def _faults(block: Block, value: Any, path: tuple[str | int, ...], dotted: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        return
    for name in block["attributes"]:
        found = value.get(name)
        if found is not None and found is not UNKNOWN:
            yield from (
                Fault(f"{name}: {said}", (*path, name)) for said in _attribute_faults(found, f"{dotted}.{name}")
            )
    for name, inner in block["blocks"].items():
        found = value.get(name)
        for number, each in enumerate(found if isinstance(found, list) else [found]):
            # an element of a set has no address: the fault stands at the block
            place = (*path, name, number) if inner["nesting"] == "list" else (*path, name)
            yield from _faults(inner["block"], each, place, f"{dotted}.{name}")


def _attribute_faults(value: Any, dotted: str) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if dotted in ENUMS and each is not UNKNOWN and each not in ENUMS[dotted]:
            yield f"{each!r} is none of {sorted(map(str, ENUMS[dotted]))}"
    if dotted in JSON and not _is_json(value):
        yield "contains invalid JSON"
    if dotted in ARNS and not _ARN.fullmatch(value):
        yield f"{value!r} is no ARN"
    if dotted.endswith("access_log_settings.destination_arn") and value.endswith(":*"):
        yield "must not end in ':*'"
    if dotted == "aws_api_gateway_method_settings.method_path" and not _METHOD_PATH.fullmatch(value):
        yield f"{value!r} is neither '*/*' nor 'path/METHOD' without a leading slash"


def _api_faults(value: dict[str, Any]) -> Iterator[Fault]:
    body = value.get("body")
    if body is UNKNOWN:
        return
    if body is not None and not (_is_json(body) and "openapi" in json.loads(body)):
        yield Fault("body: is no OpenAPI document", ("body",))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
