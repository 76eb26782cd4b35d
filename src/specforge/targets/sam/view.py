"""Api → the view of a SAM template: its sections as lines."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.diagnostics import Report
from specforge.importdoc import import_document
from specforge.infrastructure import Infrastructure, Input, Inputs, PlannedFunction, plan, rewired, with_vpc_endpoints
from specforge.ir import Api, Data, Deferred, Text
from specforge.targets.sam.around import add_domain, add_functions, add_permissions, add_usage_plans
from specforge.targets.sam.http import add_http
from specforge.targets.sam.lines import Line, lines
from specforge.targets.sam.logs import add_logs, firehose_parameter
from specforge.targets.sam.rest import add_rest
from specforge.targets.sam.spelling import Speller, parameter_name
from specforge.targets.sam.template import Resource, Template

# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-description-structure.html
_LONGEST_DESCRIPTION = 1024


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What the template of this target sees."""

    description: str
    is_rest: bool
    parameters: tuple[Line, ...]
    conditions: tuple[Line, ...]
    resources: tuple[tuple[Line, ...], ...]
    outputs: tuple[Line, ...]


def sam_view(api: Api, code_root: str, report: Report) -> View:
    """Returns the template for an API."""
    graph = plan(api, report)
    reserved = _names(api, graph, code_root)
    inputs = Inputs(
        tool="cloudformation",
        word="parameter",
        spelled=parameter_name,
        reserved=reserved,
        origin=api.origin,
        report=report,
    )
    template = _template(api, graph, inputs, code_root=code_root, report=report)
    finish = template.speller.finish
    names = {*template.resources, *(made.name for made in inputs.items), *_fixed_parameters(template)}
    resources = [
        tuple(lines({one.logical_id: finish(_resource(one), names)}, "  ")) for one in template.resources.values()
    ]
    outputs = finish(_outputs(template))
    parameters = {**_fixed_parameters(template), **dict(map(_parameter, inputs.items))}
    return View(
        description=_description(graph.name),
        is_rest=graph.is_rest,
        parameters=tuple(lines(finish(parameters), "  ")),
        conditions=tuple(lines(template.speller.conditions, "  ")),
        resources=tuple(resources),
        outputs=tuple(lines(outputs, "  ")),
    )


def _description(name: str) -> str:
    """Returns what the stack is for; a name that is an expression has no place here, where nothing is resolved."""
    return "Deploys an API." if "${" in name or "{{" in name else f"Deploys the API {name}."[:_LONGEST_DESCRIPTION]


def _names(api: Api, graph: Infrastructure, code_root: str) -> set[str]:
    """Returns the names that parameters for expressions may not take: those of our resources and own parameters."""
    unheard = Report()
    inputs = Inputs(
        tool="cloudformation", word="", spelled=parameter_name, reserved=(), origin=api.origin, report=unheard
    )
    draft = Template(graph, Speller(inputs, (), api.origin, unheard))
    _add_all(draft, None, code_root, unheard)
    return {*draft.resources, *_fixed_parameters(draft)}


def _template(api: Api, graph: Infrastructure, inputs: Inputs, *, code_root: str, report: Report) -> Template:
    own = Template(graph, Speller(inputs, (), api.origin, report)).functions.values()
    template = Template(graph, Speller(inputs, tuple(own), api.origin, report))
    document = import_document(_rewired(api, template), report, spell=template.speller.spell, conditions="keep")
    _add_all(template, {**document, **_configured(api, template, document["info"])}, code_root, report)
    return template


def _configured(api: Api, template: Template, info: Data) -> dict[str, Data]:
    """Returns the parts of the body that the configuration decides: its policy, and its name as the title."""
    found: dict[str, Data] = {}
    if template.plan.policy is not None:
        found["x-amazon-apigateway-policy"] = template.speller.tree(template.plan.policy)
    if api.name is not None and isinstance(info, dict):
        found["info"] = {**info, "title": api.name}
    return found


def _add_all(template: Template, body: Data, code_root: str, report: Report) -> None:
    if template.plan.is_rest:
        add_rest(template, body, report)
    else:
        add_http(template, body)
    add_logs(template)
    add_functions(template, code_root)
    add_permissions(template, report)
    add_usage_plans(template)
    add_domain(template)


def _rewired(api: Api, template: Template) -> Api:
    def uri(function: PlannedFunction) -> Text:
        owner = template.functions[function.name]
        arn = Deferred("cloudformation", f"{owner}.Arn", {"Fn::GetAtt": [owner, "Arn"]})
        partition, region = (Deferred("aws", name, {"Ref": name}) for name in ("AWS::Partition", "AWS::Region"))
        path = ":lambda:path/2015-03-31/functions/"
        return Text(("arn:", partition, ":apigateway:", region, path, arn, "/invocations"))

    return rewired(with_vpc_endpoints(api, template.plan), template.plan.functions, uri)


def _resource(resource: Resource) -> Data:
    found: dict[str, Data] = {"Type": resource.type}
    if resource.condition is not None:
        found["Condition"] = resource.condition
    if resource.depends_on:
        found["DependsOn"] = list(resource.depends_on)
    if resource.metadata:
        found["Metadata"] = dict(resource.metadata)
    return {**found, "Properties": dict(resource.properties)} if resource.properties else found


def _fixed_parameters(template: Template) -> dict[str, Data]:
    return dict(_each_fixed_parameter(template))


def _each_fixed_parameter(template: Template) -> Iterator[tuple[str, Data]]:
    graph = template.plan
    if any(stage.is_default for stage in graph.stages):
        yield "StageName", {"Type": "String", "Description": "Name of the stage.", "Default": graph.stages[0].name}
    if any(stage.access_log is not None and not stage.access_log.to_firehose for stage in graph.stages):
        description = "How long access logs are kept, in days."
        yield "LogRetentionDays", {"Type": "Number", "Description": description, "Default": 30}
    if graph.is_rest and graph.writes_logs:
        description = "Whether to make the role by which API Gateway writes logs; one per account and Region."
        yield "CreateAccountRole", _flag(description, "false")
    if graph.domain is not None and graph.domain.certificate is None:
        yield "CertificateArn", {"Type": "String", "Description": "ARN of the certificate of the custom domain."}
    for stage in graph.stages:
        if stage.access_log is not None and stage.access_log.to_firehose and stage.access_log.name is None:
            description = f"ARN of the Firehose stream for the access log of {stage.name}."
            yield firehose_parameter(stage, template), {"Type": "String", "Description": description}


def _flag(description: str, default: str) -> dict[str, Data]:
    allowed: list[Data] = ["true", "false"]
    return {"Type": "String", "Description": description, "AllowedValues": allowed, "Default": default}


def _parameter(made: Input) -> tuple[str, Data]:
    if made.is_condition:
        return made.name, _flag(f"Whether the {made.expression} holds.", "true")
    kind = "CommaDelimitedList" if made.is_list else "String"
    return made.name, {"Type": kind, "Description": f"Stands for {made.expression} in the API's document."}


def _outputs(template: Template) -> dict[str, Data]:
    host = "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/"
    found: dict[str, Data] = {"ApiId": {"Description": "Id of the API.", "Value": {"Ref": "Api"}}}
    for stage in template.plan.stages:
        is_root = stage.name == "$default" and not stage.is_default
        url = host if is_root else host + template.stage_in_sub(stage.name)
        found[template.stages[stage.name] + "Url"] = {
            "Description": f"Where the stage {stage.name} answers.",
            "Value": {"Fn::Sub": url},
        }
    return found
