"""Api → the view of a Terraform module: its files as blocks, its inputs and outputs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.diagnostics import Report
from specforge.importdoc import import_document
from specforge.infrastructure import Infrastructure, Input, Inputs, PlannedFunction, plan, rewired, with_vpc_endpoints
from specforge.ir import Api, Deferred, Text
from specforge.targets.terraform.around import (
    domain_blocks,
    function_blocks,
    package_variable,
    permission_blocks,
    usage_plan_blocks,
)
from specforge.targets.terraform.blocks import Block, Call, Code, Literal, Value, block, mapped, quoted
from specforge.targets.terraform.body import Body, Hole
from specforge.targets.terraform.http import http_blocks
from specforge.targets.terraform.logs import firehose_variable, log_blocks
from specforge.targets.terraform.module import Module, labels
from specforge.targets.terraform.rest import rest_blocks
from specforge.targets.terraform.spelling import Speller, variable_name

# A comma that a condition left before a closing bracket; only between parts, for strings hold no line break.
_STRAY_COMMA = r"/,(\s*\n\s*[}\]])/"


class Variable(msgspec.Struct, frozen=True, kw_only=True):
    """An input of the module, as the README shows it; `default` is None when it has to be given."""

    name: str
    type: str
    description: str
    default: Value | None = None
    shown_default: str = ""


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """An output of the module."""

    name: str
    description: str
    value: Value


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What the templates of this target see; `body_file` is the name of the import document's file."""

    title: str
    is_rest: bool
    main: tuple[Block, ...]
    variables: tuple[Variable, ...]
    variable_blocks: tuple[Block, ...]
    outputs: tuple[Output, ...]
    output_blocks: tuple[Block, ...]
    body_file: str
    body: str
    has_cache: bool
    has_account_role: bool
    domain: str | None


def terraform_view(api: Api, report: Report) -> View:
    """Returns the module for an API."""
    graph = plan(api, report)
    functions = labels(function.name for function in graph.functions)
    own = {_invoke_source(label): Code(f"aws_lambda_function.{label}.invoke_arn") for label in functions.values()}
    fixed = tuple(_fixed_variables(graph, functions))
    inputs = Inputs(
        tool="terraform",
        word="variable",
        spelled=variable_name,
        reserved=[variable.name for variable in fixed],
        origin=api.origin,
        report=report,
    )
    module = Module(graph, Speller(inputs, own))
    body = Body(module.speller)
    document = import_document(_rewired(api, module), report, spell=Hole.of, conditions="keep")
    text = body.write(document)
    main = tuple(_main(module, body))
    variables = (*fixed, *map(_input_variable, inputs.items))
    outputs = tuple(_outputs(module))
    return View(
        title=graph.name,
        is_rest=graph.is_rest,
        main=main,
        variables=variables,
        variable_blocks=tuple(map(_variable_block, variables)),
        outputs=outputs,
        output_blocks=tuple(map(_output_block, outputs)),
        body_file=_body_file(body),
        body=text if body.is_template else text.replace("$${", "${").replace("%%{", "%{"),
        has_cache=any(stage.cache_size_gb is not None for stage in graph.stages),
        has_account_role=graph.is_rest and graph.writes_logs,
        domain=str(graph.domain.name) if graph.domain is not None else None,
    )


def _invoke_source(label: str) -> str:
    return f"${{aws_lambda_function.{label}.invoke_arn}}"


def _rewired(api: Api, module: Module) -> Api:
    def uri(function: PlannedFunction) -> Text:
        label = module.functions[function.name]
        return Text((Deferred("terraform", label, _invoke_source(label)),))

    return rewired(with_vpc_endpoints(api, module.plan), module.plan.functions, uri)


def _body_file(body: Body) -> str:
    return "openapi.json.tftpl" if body.is_template else "openapi.json"


def _main(module: Module, body: Body) -> Iterator[Block]:
    policy = {"policy": Call("jsonencode", (module.speller.tree(module.plan.policy),))} if module.plan.policy else {}
    blocks = [
        *(rest_blocks(module) if module.plan.is_rest else http_blocks(module)),
        *log_blocks(module),
        *function_blocks(module),
        *permission_blocks(module),
        *usage_plan_blocks(module),
        *domain_blocks(module),
    ]
    for source in sorted(module.speller.data_sources):
        yield block("data", source, "current")
    yield block("locals", attributes={"body": _body_value(body), **policy})
    yield from blocks


def _body_value(body: Body) -> Value:
    path = quoted(Code("path.module"), f"/{_body_file(body)}")
    if not body.is_template:
        return Call("file", (path,))
    rendered = Call("templatefile", (path, mapped(dict(body.variables))))
    return Call("replace", (rendered, Literal(_STRAY_COMMA), Literal("$1"))) if body.has_conditions else rendered


def _fixed_variables(graph: Infrastructure, functions: dict[str, str]) -> Iterator[Variable]:
    yield _variable("name", "string", "Name of the API.", default=None if "${" in graph.name else graph.name)
    yield Variable(
        name="tags",
        type="map(string)",
        description="Tags of everything that can have some.",
        default=mapped({}),
        shown_default="{}",
    )
    description = "Whether the import fails, changing nothing, when a part of the document would be left out."
    yield _variable("fail_on_warnings", "bool", description, default=True)
    if any(stage.is_default for stage in graph.stages):
        yield _variable("stage_name", "string", "Name of the stage.", default=graph.stages[0].name)
    if any(stage.access_log is not None and not stage.access_log.to_firehose for stage in graph.stages):
        yield _variable("log_retention_days", "number", "How long access logs are kept, in days.", default=30)
    if graph.is_rest and graph.writes_logs:
        description = "Whether to make the role by which API Gateway writes logs; one per account and Region."
        yield _variable("create_account_role", "bool", description, default=False)
    if graph.domain is not None and graph.domain.certificate is None:
        yield _variable("certificate_arn", "string", "ARN of the certificate of the custom domain.")
    stages = labels(stage.name for stage in graph.stages)
    for stage in graph.stages:
        if stage.access_log is not None and stage.access_log.to_firehose and stage.access_log.name is None:
            description = f"ARN of the Firehose stream (amazon-apigateway-...) for the access log of {stage.name}."
            yield _variable(firehose_variable(stages[stage.name]), "string", description)
    for function in graph.functions:
        description = f"Path of the zip file with the code of {function.name}, made from {function.code}."
        yield _variable(package_variable(functions[function.name]), "string", description)


def _variable(name: str, kind: str, description: str, *, default: str | int | bool | None = None) -> Variable:
    return Variable(
        name=name,
        type=kind,
        description=description,
        default=Literal(default) if default is not None else None,
        shown_default="" if default is None else str(default).lower() if isinstance(default, bool) else str(default),
    )


def _input_variable(made: Input) -> Variable:
    if made.is_condition:
        return _variable(made.name, "bool", f"Whether the {made.expression} holds.")
    return _variable(made.name, "string", f"Stands for {made.expression} in the API's document.")


def _variable_block(variable: Variable) -> Block:
    attributes: dict[str, Value | str | bool | None] = {
        "type": Code(variable.type),
        "description": variable.description,
        "default": variable.default,
        "nullable": False,
    }
    return block("variable", variable.name, attributes=attributes)


def _outputs(module: Module) -> Iterator[Output]:
    plan = module.plan
    yield Output(name="api_id", description="Id of the API.", value=module.api_id)
    arn = Code(f"{module.api}.execution_arn")
    yield Output(name="execution_arn", description="What the ARN of every method starts with.", value=arn)
    urls = mapped({stage.name: module.stage(stage.name, "invoke_url") for stage in plan.stages})
    yield Output(name="invoke_urls", description="Where each stage answers.", value=urls)
    arns = mapped({stage.name: module.stage(stage.name, "arn") for stage in plan.stages})
    yield Output(name="stage_arns", description="ARN of each stage.", value=arns)
    if plan.is_rest:
        deployment = Code("aws_api_gateway_deployment.this.id")
        yield Output(name="deployment_id", description="Id of the deployment that the stages show.", value=deployment)
    if plan.api_keys:
        keys = labels(plan.api_keys)
        ids = mapped({name: Code(f"aws_api_gateway_api_key.{label}.id") for name, label in keys.items()})
        yield Output(name="api_key_ids", description="Id of each API key.", value=ids)
    if plan.domain is not None:
        description = "What the DNS record of the domain points to."
        yield Output(name="domain_target", description=description, value=_domain_target(module))


def _domain_target(module: Module) -> Code:
    if not module.plan.is_rest:
        return Code("aws_apigatewayv2_domain_name.this.domain_name_configuration[0].target_domain_name")
    edge = module.plan.domain is not None and module.plan.domain.edge
    return Code(f"aws_api_gateway_domain_name.this.{'cloudfront' if edge else 'regional'}_domain_name")


def _output_block(output: Output) -> Block:
    return block("output", output.name, attributes={"description": output.description, "value": output.value})
