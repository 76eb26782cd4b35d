"""An HTTP API in Terraform: the API and its stages, which deploy by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specforge.infrastructure import PlannedStage
from specforge.ir import Data
from specforge.targets.terraform.blocks import Block, Call, Code, Value, listed, mapped, resource
from specforge.targets.terraform.body import Hole, argument
from specforge.targets.terraform.logs import Formats, access_log_block
from specforge.targets.terraform.module import TAGS, Module, nested

# The longest that the API has of each: https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html
_LONGEST = {"description": 1024, "version": 64}
_CORS = {
    "allowOrigins": "allow_origins",
    "allowMethods": "allow_methods",
    "allowHeaders": "allow_headers",
    "exposeHeaders": "expose_headers",
    "allowCredentials": "allow_credentials",
    "maxAge": "max_age",
}


def api_blocks(module: Module, document: Mapping[str, Data]) -> Iterator[Block]:
    """Yields the API and the VPC links of its integrations.

    The provider takes away what an import set and no argument says: CORS, description and version. So they stand in
    both, out of the document. Source: its internal/service/apigatewayv2/api.go, and its issue 33390.
    """
    plan = module.plan
    own_tags = mapped(plan.tags)
    attributes: dict[str, Value | str | bool | None] = {
        "name": Code("var.name"),
        **_info(module, document),
        "protocol_type": "HTTP",
        "body": Code("local.body"),
        "fail_on_warnings": Code("var.fail_on_warnings"),
        "disable_execute_api_endpoint": plan.disable_default_endpoint,
        "ip_address_type": plan.ip_address_type,
        "tags": Call("merge", (own_tags, TAGS)) if plan.tags else TAGS,
    }
    cors = document.get("x-amazon-apigateway-cors")
    yield resource("aws_apigatewayv2_api", "this", attributes, *([_cors(module, cors)] if cors else ()))
    for link in plan.vpc_links:
        inside: dict[str, Value | str] = {
            "name": link.name,
            "subnet_ids": listed(*map(module.speller.value, link.subnets)),
            "security_group_ids": listed(*map(module.speller.value, link.security_groups)),
            "tags": TAGS,
        }
        yield resource("aws_apigatewayv2_vpc_link", module.labels.vpc_links[link.name], inside)


def _info(module: Module, document: Mapping[str, Data]) -> dict[str, Value]:
    info = document.get("info")
    said = info if isinstance(info, dict) else {}
    texts = {name: said[name] for name in _LONGEST if name in said}
    return {
        name: argument(text, module.speller)
        for name, text in texts.items()
        if isinstance(text, Hole) or len(str(text)) <= _LONGEST[name]
    }


def _cors(module: Module, cors: Data) -> Block:
    settings = cors if isinstance(cors, dict) else {}
    return nested(
        "cors_configuration",
        {name: argument(settings[key], module.speller) for key, name in _CORS.items() if settings.get(key) is not None},
    )


def stage_blocks(module: Module, formats: Formats) -> Iterator[Block]:
    """Yields the stages."""
    for stage in module.plan.stages:
        yield _stage(stage, module, formats)


def _stage(stage: PlannedStage, module: Module, formats: Formats) -> Block:
    variables = {name: module.speller.value(text) for name, text in stage.variables.items()}
    attributes: dict[str, Value | bool | None] = {
        "api_id": module.api_id,
        "name": module.stage_name(stage.name),
        "auto_deploy": True,
        "tags": TAGS,
        "stage_variables": mapped(variables) if variables else None,
    }
    log = access_log_block(stage, module, formats)
    inner = ([log] if log is not None else []) + list(_route_settings(stage))
    none = ("checkov:skip=CKV_AWS_76: specforge.yaml gives this stage no access log",) if log is None else ()
    return resource("aws_apigatewayv2_stage", module.stages[stage.name], attributes, *inner, notes=none)


def _route_settings(stage: PlannedStage) -> Iterator[Block]:
    for setting in stage.settings:
        limits: dict[str, float | bool | str | None] = {
            "throttling_rate_limit": setting.rate,
            "throttling_burst_limit": setting.burst,
            "detailed_metrics_enabled": setting.metrics,
        }
        if setting.method is None:
            yield nested("default_route_settings", limits)
        else:
            yield nested("route_settings", {"route_key": setting.method.route_key, **limits})
