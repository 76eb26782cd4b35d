"""The parameters of a template: what the graph leaves to the deployment, and the expressions of the document."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.cloudformation.logs import firehose_parameter
from specforge.cloudformation.rest import pin_parameter
from specforge.cloudformation.template import Template
from specforge.infrastructure import Input, PlannedFunction
from specforge.ir import Data
from specforge.limits import LOG_RETENTION_DAYS

CODE_BUCKET = "CodeBucket"
CODE_PREFIX = "CodePrefix"


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter, as the template and the README show it; `default` is None when it has to be given."""

    name: str
    about: str
    kind: str = "String"
    default: str | int | None = None
    is_flag: bool = False
    allowed: tuple[int, ...] = ()

    @property
    def shown_default(self) -> str:
        """Returns the default as the README shows it."""
        return str(self.default) if self.default != "" else "(empty)"

    def tree(self) -> dict[str, Data]:
        """Returns the parameter as it stands in the template."""
        found: dict[str, Data] = {"Type": self.kind, "Description": self.about}
        if self.is_flag or self.allowed:
            found["AllowedValues"] = ["true", "false"] if self.is_flag else list(self.allowed)
        return {**found, "Default": self.default} if self.default is not None else found


def fixed_parameters(template: Template) -> tuple[Parameter, ...]:
    """Returns the parameters that do not come from expressions."""
    return (*_of_stages(template), *_of_logs(template), *_of_domain(template), *_of_code(template))


def parameter_of(made: Input) -> Parameter:
    """Returns the parameter for an expression or a condition of the document."""
    if made.is_condition:
        return Parameter(name=made.name, about=f"Whether the {made.expression} holds.", default="true", is_flag=True)
    about = made.expression[0].upper() + made.expression[1:] + "."
    if not made.is_given:
        about = f"Stands for {made.expression} in the API's document."
    return Parameter(name=made.name, about=about, kind="CommaDelimitedList" if made.is_list else "String")


def _of_stages(template: Template) -> Iterator[Parameter]:
    graph = template.plan
    if any(stage.is_default for stage in graph.stages):
        yield Parameter(name="StageName", about="Name of the stage.", default=graph.stages[0].name)
    if graph.is_rest and not template.sam:
        for stage in graph.stages:
            about = f"Id of an earlier deployment that the stage {stage.name} shows; empty for that of this template."
            yield Parameter(name=pin_parameter(stage, template), about=about, default="")


def _of_logs(template: Template) -> Iterator[Parameter]:
    graph = template.plan
    if graph.functions or any(_uses_common_retention(template, number) for number in range(len(graph.stages))):
        about = "How long logs are kept, in days."
        yield Parameter(name="LogRetentionDays", about=about, kind="Number", default=30, allowed=LOG_RETENTION_DAYS)
    if graph.is_rest and graph.writes_logs:
        about = "Whether to make the role by which API Gateway writes logs; one per account and Region."
        default = "true" if graph.creates_account_role else "false"
        yield Parameter(name="CreateAccountRole", about=about, default=default, is_flag=True)
    for stage in graph.stages:
        if stage.access_log is not None and stage.access_log.to_firehose and stage.access_log.name is None:
            about = f"ARN of the Firehose stream for the access log of {stage.name}."
            yield Parameter(name=firehose_parameter(stage, template), about=about)


def _uses_common_retention(template: Template, number: int) -> bool:
    stage = template.plan.stages[number]
    writes = stage.writes_access_log or (template.plan.is_rest and stage.writes_execution_log)
    return writes and stage.log_retention_days is None


def _of_domain(template: Template) -> Iterator[Parameter]:
    domain = template.plan.domain
    if domain is not None and domain.certificate is None and not domain.existing:
        yield Parameter(name="CertificateArn", about="ARN of the certificate of the custom domain.")


def _of_code(template: Template) -> Iterator[Parameter]:
    if template.sam:
        return
    if template.plan.functions or template.body.file is not None:
        yield Parameter(name=CODE_BUCKET, about="Name of the bucket that holds the files beside this template.")
        yield Parameter(name=CODE_PREFIX, about="What their keys begin with, such as orders/.", default="")
    for function in template.plan.functions:
        if function.package is None:
            about = f"Key of the zip file with the code of {function.name}, behind CodePrefix."
            yield Parameter(name=package_parameter(function, template), about=about)


def package_parameter(function: PlannedFunction, template: Template) -> str:
    """Returns the name of the parameter for the package of a function whose code is not known."""
    return template.functions[function.name] + "Package"
