"""Api → the view of a template: its sections as lines, and what its README tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from specforge.cloudformation.alarms import add_alarms
from specforge.cloudformation.body import body_in_file, inline_body
from specforge.cloudformation.domain import add_domain
from specforge.cloudformation.functions import add_function_logs
from specforge.cloudformation.lines import Line, lines
from specforge.cloudformation.logs import add_logs
from specforge.cloudformation.outputs import Output, outputs_of
from specforge.cloudformation.parameters import Parameter, fixed_parameters, parameter_of
from specforge.cloudformation.permissions import add_permissions
from specforge.cloudformation.roles import add_buckets, add_roles, add_vpc_links
from specforge.cloudformation.spelling import Speller, parameter_name
from specforge.cloudformation.template import BODIES, Body, Template
from specforge.cloudformation.usage_plans import add_usage_plans
from specforge.diagnostics import Report
from specforge.infrastructure import Infrastructure, Inputs, PlannedFunction, plan
from specforge.ir import Api, Data

# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-description-structure.html
_LONGEST_DESCRIPTION = 1024


class Dialect(NamedTuple):
    """What the targets `sam` and `cloudformation` spell differently: the API with its deployment, and functions."""

    target: str
    add_api: Callable[[Template, Report], None]
    add_function: Callable[[Template, PlannedFunction], None]

    @property
    def sam(self) -> bool:
        """Tells whether SAM makes a part of the resources."""
        return self.target == "sam"


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What the templates of the targets see; `packages` are the zip files beside the template, by their paths.

    `trees` are the resources as data.
    """

    title: str
    description: str
    is_rest: bool
    graph: Infrastructure
    parameters: tuple[Parameter, ...]
    outputs: tuple[Output, ...]
    parameter_lines: tuple[Line, ...]
    condition_lines: tuple[Line, ...]
    resource_lines: tuple[tuple[Line, ...], ...]
    output_lines: tuple[Line, ...]
    trees: Mapping[str, Data]
    body: Body
    packages: tuple[tuple[str, bytes], ...]

    def compact(self) -> View:
        """Returns the view with the import document on one line, for a template that would be too large."""
        written = (tuple(lines({name: one}, "  ", on_one_line=BODIES)) for name, one in self.trees.items())
        return replace(self, resource_lines=tuple(written))

    @property
    def needs_bucket(self) -> bool:
        """Tells whether files beside the template have to lie in a bucket."""
        return self.body.file is not None or bool(self.packages)

    @property
    def has_cache(self) -> bool:
        """Tells whether a stage has a cache."""
        return any(stage.cache_size_gb is not None for stage in self.graph.stages)

    @property
    def has_canary(self) -> bool:
        """Tells whether a stage has a canary."""
        return any(stage.canary is not None for stage in self.graph.stages)

    @property
    def has_account_role(self) -> bool:
        """Tells whether API Gateway needs the role by which it writes logs."""
        return self.is_rest and self.graph.writes_logs

    @property
    def domain_is_existing(self) -> bool:
        """Tells whether the custom domain was made elsewhere."""
        return self.graph.domain is not None and self.graph.domain.existing

    @property
    def domain(self) -> str | None:
        """Returns the custom domain."""
        return str(self.graph.domain.name) if self.graph.domain is not None else None


def view_of(api: Api, dialect: Dialect, report: Report, *, body_in_own_file: bool = False) -> View:
    """Returns the template for an API."""
    graph = plan(api, report)
    inputs = _inputs(api, report, _names(api, graph, dialect))
    template = Template(graph, _speller(api, inputs, graph, report), sam=dialect.sam)
    template.body = body_in_file(api, template, report) if body_in_own_file else inline_body(api, template, report)
    _add_all(template, dialect, report)
    parameters = (*fixed_parameters(template), *map(parameter_of, inputs.items))
    names = {*template.resources, *(parameter.name for parameter in parameters)}
    finish = template.speller.finish
    resources = {name: finish(resource.tree(), names) for name, resource in template.resources.items()}
    outputs = outputs_of(template)
    # A condition of the document is declared when its text is finished, and its parameter with it.
    parameters = (*fixed_parameters(template), *map(parameter_of, inputs.items))
    return View(
        title=graph.name,
        description=_description(graph.name),
        is_rest=graph.is_rest,
        graph=graph,
        parameters=parameters,
        outputs=outputs,
        parameter_lines=_section({one.name: one.tree() for one in parameters}, template),
        condition_lines=tuple(lines(template.speller.conditions, "  ")),
        resource_lines=tuple(tuple(lines({name: one}, "  ")) for name, one in resources.items()),
        output_lines=_section({one.name: one.tree() for one in outputs}, template),
        trees=resources,
        body=template.body,
        packages=tuple(template.packages.items()),
    )


def _section(entries: dict[str, Data], template: Template) -> tuple[Line, ...]:
    return tuple(lines(template.speller.finish(entries), "  ")) if entries else ()


def _description(name: str) -> str:
    """Returns what the stack is for; a name that is an expression has no place here, where nothing is resolved."""
    return "Deploys an API." if "${" in name or "{{" in name else f"Deploys the API {name}."[:_LONGEST_DESCRIPTION]


def _inputs(api: Api, report: Report, reserved: set[str]) -> Inputs:
    return Inputs(
        tool="cloudformation",
        word="parameter",
        spelled=parameter_name,
        reserved=reserved,
        origin=api.origin,
        report=report,
    )


def _speller(api: Api, inputs: Inputs, graph: Infrastructure, report: Report) -> Speller:
    """Returns the speller; the functions that the configuration names are those that a document may refer to."""
    own = Template(graph, Speller(inputs, (), api.origin, report), sam=False).functions
    return Speller(inputs, tuple(own.values()), api.origin, report)


def _names(api: Api, graph: Infrastructure, dialect: Dialect) -> set[str]:
    """Returns the names that parameters for expressions may not take: those of our resources and own parameters."""
    unheard = Report()
    draft = Template(graph, _speller(api, _inputs(api, unheard, set()), graph, unheard), sam=dialect.sam)
    _add_all(draft, dialect, unheard)
    return {*draft.resources, *draft.speller.conditions, *(one.name for one in fixed_parameters(draft))}


def _add_all(template: Template, dialect: Dialect, report: Report) -> None:
    dialect.add_api(template, report)
    add_logs(template)
    add_roles(template)
    for function in template.plan.functions:
        dialect.add_function(template, function)
        add_function_logs(function, template)
    add_permissions(template, report)
    add_buckets(template)
    add_vpc_links(template)
    add_usage_plans(template)
    add_domain(template)
    add_alarms(template)
