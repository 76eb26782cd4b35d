"""Api → the view of a Terraform module: its files as blocks, its inputs and outputs."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.importdoc import import_document
from specforge.infrastructure import Infrastructure, Inputs, PlannedFunction, plan, rewired, wired, with_vpc_endpoints
from specforge.ir import Api, Data, Deferred, EndpointConfiguration, Text
from specforge.targets.terraform import http, rest
from specforge.targets.terraform.alarms import alarm_blocks
from specforge.targets.terraform.blocks import Block, Call, Code, Literal, Value, block, mapped, quoted
from specforge.targets.terraform.body import Body, Hole
from specforge.targets.terraform.buckets import bucket_blocks
from specforge.targets.terraform.domain import domain_blocks
from specforge.targets.terraform.functions import function_blocks, package_file, permission_blocks
from specforge.targets.terraform.iam import role_blocks
from specforge.targets.terraform.logs import Formats, log_blocks
from specforge.targets.terraform.module import Labels, Module
from specforge.targets.terraform.outputs import Output, outputs
from specforge.targets.terraform.spelling import Speller, variable_name
from specforge.targets.terraform.usage_plans import usage_plan_blocks
from specforge.targets.terraform.variables import Variable, fixed_variables, input_variable

_NAME = "$name"  # no need is called so
# A comma that a condition left before a closing bracket; only between parts, for strings hold no line break.
_STRAY_COMMA = r"/,(\s*\n\s*[}\]])/"


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What the templates of this target see: `files` are the blocks of each file, by its name without the ending.

    `body_file` is the name of the import document's file, `packages` are the functions' packages by path.
    """

    title: str
    is_rest: bool
    files: Mapping[str, tuple[Block, ...]]
    variables: tuple[Variable, ...]
    outputs: tuple[Output, ...]
    body_file: str
    body: str
    packages: Mapping[str, bytes]
    has_cache: bool
    has_canary: bool
    has_account_role: bool
    has_buckets: bool
    pinned_stage: str
    region: str | None
    domain: str | None


def terraform_view(api: Api, report: Report) -> View:
    """Returns the module for an API."""
    graph = plan(api, report)
    known = Labels(graph)
    own = {_invoke_source(label): Code(f"aws_lambda_function.{label}.invoke_arn") for label in known.functions.values()}
    fixed = tuple(fixed_variables(graph, known))
    inputs = Inputs(
        tool="terraform",
        word="variable",
        spelled=variable_name,
        reserved=[variable.name for variable in fixed],
        origin=api.origin,
        report=report,
    )
    own = {**own, **known.references(graph), _NAME: Code("var.name")}
    module = Module(graph, Speller(inputs, own), known)
    body = Body(module.speller)
    document = import_document(_deployed(api, module), report, spell=Hole.of, conditions="keep")
    policy = rest.policy_of(document, module)
    text = body.write(_without_policy(document) if graph.is_rest else _named(document))
    files = _files(module, body, document, policy)
    return View(
        title=graph.name,
        is_rest=graph.is_rest,
        files=files,
        variables=(*fixed, *map(input_variable, inputs.items)),
        outputs=tuple(outputs(module)),
        body_file=_body_file(body),
        body=text if body.is_template else text.replace("$${", "${").replace("%%{", "%{"),
        packages=_packages(graph, known),
        has_cache=any(stage.cache_size_gb is not None for stage in graph.stages),
        has_canary=any(stage.canary is not None for stage in graph.stages),
        has_account_role=graph.is_rest and graph.writes_logs,
        has_buckets=bool(graph.buckets),
        pinned_stage=graph.stages[-1].name,
        region=graph.region,
        domain=str(graph.domain.name) if graph.domain is not None and not graph.domain.existing else None,
    )


def _invoke_source(label: str) -> str:
    return f"${{aws_lambda_function.{label}.invoke_arn}}"


def _deployed(api: Api, module: Module) -> Api:
    """Returns the API as its deployment wants it in the document: with what it makes, and with its endpoints.

    What a deployment freezes stands in the document, so that the document alone decides when there is another one.
    """

    def uri(function: PlannedFunction) -> Text:
        label = module.labels.functions[function.name]
        return Text((Deferred("terraform", label, _invoke_source(label)),))

    graph = module.plan
    found = wired(rewired(with_vpc_endpoints(api, graph), graph.functions, uri), graph)
    if not graph.is_rest or graph.disable_default_endpoint is None:
        return found
    endpoint = found.endpoint or EndpointConfiguration(origin=graph.origin)
    return replace(found, endpoint=replace(endpoint, disable_execute_api_endpoint=graph.disable_default_endpoint))


def _body_file(body: Body) -> str:
    return "openapi.json.tftpl" if body.is_template else "openapi.json"


def _packages(graph: Infrastructure, known: Labels) -> dict[str, bytes]:
    return {
        package_file(known.functions[function.name]): function.package
        for function in graph.functions
        if function.package is not None
    }


def _named(document: dict[str, Data]) -> dict[str, Data]:
    """Returns the document of an HTTP API with the name of the API as its title.

    An import makes the title the API's name, which Terraform would change back, time and again.
    """
    info = document["info"]
    name = Hole.of(Text((Deferred("need", _NAME, ""),)))
    return {**document, "info": {**info, "title": name} if isinstance(info, dict) else info}


def _without_policy(document: dict[str, Data]) -> dict[str, Data]:
    """Returns the document of a REST API without its policy, which is a resource of its own.

    The provider sets the policy of its state again after each import, so one in the document would never change.
    """
    return {name: data for name, data in document.items() if name != rest.POLICY}


def _files(module: Module, body: Body, document: dict[str, Data], policy: Value | None) -> dict[str, tuple[Block, ...]]:
    """Returns the blocks of each file; the locals and data sources come last, for spelling finds what they hold."""
    is_rest = module.plan.is_rest
    formats = Formats(module)
    stages = rest.stage_blocks(module, formats) if is_rest else http.stage_blocks(module, formats)
    found = {
        "main": tuple(rest.api_blocks(module, document, policy) if is_rest else http.api_blocks(module, document)),
        "stages": tuple(stages),
        "logs": tuple(log_blocks(module)),
        "functions": (*function_blocks(module), *permission_blocks(module)),
        "roles": tuple(role_blocks(module)),
        "buckets": tuple(bucket_blocks(module)),
        "usage_plans": tuple(usage_plan_blocks(module)),
        "domain": tuple(domain_blocks(module)),
        "alarms": tuple(alarm_blocks(module)),
    }
    values = {"body": _body_value(body), **({"policy": policy} if policy is not None else {}), **formats.local_values}
    sources = (block("data", source, "current") for source in sorted(module.speller.data_sources))
    return {**found, "main": (*sources, block("locals", attributes=values), *found["main"])}


def _body_value(body: Body) -> Value:
    path = quoted(Code("path.module"), f"/{_body_file(body)}")
    if not body.is_template:
        return Call("file", (path,))
    rendered = Call("templatefile", (path, mapped(dict(body.variables))))
    return Call("replace", (rendered, Literal(_STRAY_COMMA), Literal("$1"))) if body.has_conditions else rendered
