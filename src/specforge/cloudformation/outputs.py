"""The outputs of a template: what whoever deploys it has to know afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.cloudformation.template import API, Template
from specforge.ir import Data


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """An output, as the template and the README show it."""

    name: str
    about: str
    value: Data

    def tree(self) -> dict[str, Data]:
        """Returns the output as it stands in the template."""
        return {"Description": self.about, "Value": self.value}


def outputs_of(template: Template) -> tuple[Output, ...]:
    """Returns the outputs."""
    return tuple(_outputs(template))


def _outputs(template: Template) -> Iterator[Output]:
    plan = template.plan
    host = f"https://${{{API}}}.execute-api.${{AWS::Region}}.${{AWS::URLSuffix}}/"
    yield Output(name="ApiId", about="Id of the API.", value={"Ref": API})
    if plan.is_rest:
        about = "Id of the deployment that this template made; note it to come back to it later."
        about = about if not template.sam else "Id of the deployment that the stages show."
        yield Output(name="DeploymentId", about=about, value={"Ref": template.deployment})
    for stage in plan.stages:
        is_root = stage.name == "$default" and not stage.is_default
        url = host if is_root else host + template.stage_in_sub(stage.name)
        about = f"Where the stage {stage.name} answers."
        yield Output(name=template.stages[stage.name] + "Url", about=about, value={"Fn::Sub": url})
    if plan.domain is not None and not plan.domain.existing:
        prefix = "Distribution" if plan.domain.edge and plan.is_rest else "Regional"
        target: Data = {"Fn::GetAtt": ["Domain", f"{prefix}DomainName"]}
        yield Output(name="DomainTarget", about="What the DNS record of the domain points to.", value=target)
    for bucket in plan.buckets:
        logical_id = template.buckets[bucket.name]
        yield Output(name=f"{logical_id}Name", about=f"Name of the bucket {bucket.name}.", value={"Ref": logical_id})
