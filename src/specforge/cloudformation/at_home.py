"""A document that lives in a template of its own: its body goes back there, with what it needs, and makes no stack.

What it refers to stands around it, so the references stay as they are; only what another tool would fill in becomes a
parameter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from specforge.cloudformation.functions import add_function_logs
from specforge.cloudformation.lines import Line, lines
from specforge.cloudformation.parameters import Parameter, fixed_parameters, parameter_of
from specforge.cloudformation.permissions import add_permissions
from specforge.cloudformation.roles import add_buckets, add_roles, add_vpc_links
from specforge.cloudformation.spelling import Speller, parameter_name
from specforge.cloudformation.template import BODIES, Template
from specforge.cloudformation.view import Dialect
from specforge.diagnostics import Origin, Report
from specforge.importdoc import import_document
from specforge.infrastructure import Infrastructure, Inputs, plan, wired
from specforge.ir import Api, Data, Deployment
from specforge.output import OutputFile, output_file
from specforge.render import render


class Home(NamedTuple):
    """The resource whose property holds the document."""

    logical_id: str
    property: str


class HomeView(msgspec.Struct, frozen=True, kw_only=True):
    """What the templates of the targets see; the parts are those of the template that the body needs."""

    logical_id: str
    property: str
    body: tuple[Line, ...]
    parameters: tuple[Parameter, ...]
    parameter_lines: tuple[Line, ...]
    resource_lines: tuple[tuple[Line, ...], ...]
    packages: tuple[tuple[str, bytes], ...]


def home_of(api: Api) -> Home | None:
    """Returns where a document lives; None for one that is a file of its own."""
    match api.origin.pointer():
        case ("Resources", str(logical_id), "Properties", str(name)) if name in BODIES:
            return Home(logical_id, name)
        case _:
            return None


def home_files(api: Api, home: Home, dialect: Dialect, report: Report) -> Iterator[OutputFile]:
    """Yields the body, what it needs around it, and how both come into the template."""
    target = dialect.target
    view = _view(api, home, dialect, report)
    yield output_file(
        f"{target}/definition-body.yaml", render(target, "definition-body.yaml.j2", view, overrides=report.templates)
    )
    if view.parameters or view.resource_lines:
        yield output_file(f"{target}/parts.yaml", render(target, "parts.yaml.j2", view, overrides=report.templates))
    yield output_file(f"{target}/README.md", render(target, "at-home.md.j2", view, overrides=report.templates))
    for path, content in view.packages:
        yield output_file(f"{target}/{path}", content)


def _view(api: Api, home: Home, dialect: Dialect, report: Report) -> HomeView:
    _report_left_out(api, home, report)
    graph = _own_parts(api)
    inputs = Inputs(
        tool="cloudformation",
        word="parameter",
        spelled=parameter_name,
        reserved=_taken(api),
        origin=api.origin,
        report=report,
    )
    template = Template(graph, Speller(inputs, (), api.origin, report, at_home=True), sam=dialect.sam)
    template.api = home.logical_id
    document = import_document(wired(api, graph), report, spell=template.speller.spell, conditions="keep")
    _add_parts(template, dialect, report)
    finish = template.speller.finish
    parameters = (*fixed_parameters(template), *map(parameter_of, inputs.items))
    entries: dict[str, Data] = {one.name: one.tree() for one in parameters}
    resources = (tuple(lines({name: finish(one.tree())}, "  ")) for name, one in template.resources.items())
    return HomeView(
        logical_id=home.logical_id,
        property=home.property,
        body=tuple(lines(finish(document))),
        parameters=parameters,
        parameter_lines=tuple(lines(finish(entries), "  ")) if entries else (),
        resource_lines=tuple(resources),
        packages=tuple(template.packages.items()),
    )


def _own_parts(api: Api) -> Infrastructure:
    """Returns what the body itself needs: roles, functions of short forms, buckets, VPC links."""
    deployment = replace(api.deployment, stages=(), alarms=None) if api.deployment is not None else None
    graph = plan(replace(api, deployment=deployment), Report())
    functions = tuple(function for function in graph.functions if function.is_needed)
    names = {function.name for function in functions}
    return replace(
        graph,
        stages=(),
        functions=functions,
        permissions=tuple(permission for permission in graph.permissions if permission.planned in names),
        usage_plans=(),
        domain=None,
        alarms=(),
        policy=None,
    )


def _add_parts(template: Template, dialect: Dialect, report: Report) -> None:
    add_roles(template)
    for function in template.plan.functions:
        dialect.add_function(template, function)
        add_function_logs(function, template)
    add_permissions(template, report)
    add_buckets(template)
    add_vpc_links(template)


def _taken(api: Api) -> set[str]:
    """Returns the names of the template around the document, which no parameter may take."""
    top = api.origin
    while isinstance(top.parent, Origin):
        top = top.parent
    around = top.value if isinstance(top.value, dict) else {}
    sections = (around.get(name) for name in ("Parameters", "Resources", "Conditions"))
    return {name for section in sections if isinstance(section, dict) for name in section}


def _report_left_out(api: Api, home: Home, report: Report) -> None:
    if api.deployment is not None and _deploys(api.deployment):
        message = f"deploy: is left to the template that {home.logical_id} stands in; only the body is written"
        report.add("deployment-left-to-template", api.deployment.origin, message, on_key=True)


def _deploys(deployment: Deployment) -> bool:
    given = (deployment.stages, deployment.usage_plans, deployment.functions)
    single = (deployment.endpoint, deployment.domain, deployment.policy, deployment.alarms)
    return any(given) or any(one is not None for one in single)
