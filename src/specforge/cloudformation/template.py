"""The template while it is being spelled: its resources under logical ids of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from specforge.cloudformation.spelling import Speller
from specforge.infrastructure import Infrastructure, PlannedStage, pascal_case
from specforge.ir import Data, Text

API = "Api"
FIRST_STAGE = "Api.Stage"
SAM_DEPLOYMENT = "Api.Deployment"
BODIES = ("DefinitionBody", "Body")
"""The properties that hold an import document, in SAM and in CloudFormation."""


class Resource(msgspec.Struct, frozen=True, kw_only=True):
    """A resource of the template; `retained` ones outlive the stack and their own removal from the template.

    `skipped` goes from the id of a check of checkov that the resource does not pass to the reason.
    """

    logical_id: str
    type: str
    properties: Mapping[str, Data]
    depends_on: tuple[str, ...] = ()
    condition: str | None = None
    metadata: Mapping[str, Data] = {}
    skipped: Mapping[str, str] = {}
    retained: bool = False

    def tree(self) -> dict[str, Data]:
        """Returns the resource as it stands in the template."""
        found: dict[str, Data] = {"Type": self.type}
        if self.condition is not None:
            found["Condition"] = self.condition
        if self.depends_on:
            found["DependsOn"] = list(self.depends_on)
        if self.retained:
            found |= {"DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain"}
        skip: list[Data] = [{"id": check, "comment": reason} for check, reason in self.skipped.items()]
        metadata: dict[str, Data] = {**self.metadata, **({"checkov": {"skip": skip}} if skip else {})}
        if metadata:
            found["Metadata"] = metadata
        return {**found, "Properties": dict(self.properties)} if self.properties else found


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """The import document: `content` inline, or `text` in a `file`; `digest` changes whenever a word of it does."""

    content: Data = None
    file: str | None = None
    text: str = ""
    digest: str = ""


class Template:
    """Collects the resources of one template.

    With `sam` SAM makes the first stage and the deployment, together with the API; else all are resources of ours and
    `deployment` is the logical id of the deployment. `api` is that of the API.
    """

    def __init__(self, plan: Infrastructure, speller: Speller, *, sam: bool) -> None:
        self.plan = plan
        self.speller = speller
        self.sam = sam
        self.resources: dict[str, Resource] = {}
        self.api = API
        self.body = Body()
        self.packages: dict[str, bytes] = {}
        self.deployment = SAM_DEPLOYMENT
        self.first_stage = _first_stage(plan) if sam else None
        self.stages = logical_ids((stage.name for stage in plan.stages), "Stage")
        self.functions = logical_ids((function.name for function in plan.functions), "Function")
        self.roles = logical_ids((role.name for role in plan.roles), "Role")
        self.buckets = logical_ids((bucket.name for bucket in plan.buckets), "Bucket")
        self.vpc_links = logical_ids((link.name for link in plan.vpc_links), "VpcLink")
        speller.needs |= self._needs()

    def _needs(self) -> dict[str, Data]:
        """Returns what texts refer to that is made here, by its name in the graph."""
        needed = {function.name for function in self.plan.functions if function.is_needed}
        arns = {name: own for name, own in self.functions.items() if name in needed} | self.roles | self.buckets
        return {
            **{f"{name}.arn": {"Fn::GetAtt": [logical_id, "Arn"]} for name, logical_id in arns.items()},
            **{f"{name}.name": {"Ref": logical_id} for name, logical_id in self.buckets.items()},
            **{f"{name}.id": {"Ref": logical_id} for name, logical_id in self.vpc_links.items()},
        }

    def add(
        self,
        logical_id: str,
        kind: str,
        properties: Mapping[str, Data],
        *,
        depends_on: tuple[str, ...] = (),
        condition: str | None = None,
        metadata: Mapping[str, Data] | None = None,
        skipped: Mapping[str, str] | None = None,
        retained: bool = False,
    ) -> None:
        """Adds a resource without the properties that are None."""
        self.resources[logical_id] = Resource(
            logical_id=logical_id,
            type=kind,
            properties=present(properties),
            depends_on=depends_on,
            condition=condition,
            metadata=metadata or {},
            skipped=skipped or {},
            retained=retained,
        )

    def stage_ref(self, name: str) -> Data:
        """Returns the reference to a stage, which is its name; SAM makes the first one itself."""
        return {"Ref": self._stage_id(name)}

    def stage_in_sub(self, name: str) -> str:
        """Returns the reference to a stage as it stands in an Fn::Sub."""
        return "${" + self._stage_id(name) + "}"

    def _stage_id(self, name: str) -> str:
        is_first = self.first_stage is not None and self.first_stage.name == name
        return FIRST_STAGE if is_first else self.stages[name]

    def stage_name(self, stage: PlannedStage) -> Data:
        """Returns a stage's name: a parameter for the stage that nobody named."""
        return {"Ref": "StageName"} if stage.is_default else stage.name

    def texts(self, texts: Mapping[str, Text]) -> Data:
        """Returns spelled texts by name; None when there is none."""
        return {name: self.speller.spell(text) for name, text in texts.items()} or None

    def text(self, text: Text | None) -> Data:
        """Returns a spelled text; None when there is none."""
        return self.speller.spell(text) if text is not None else None


def present(values: Mapping[str, Data]) -> dict[str, Data]:
    """Returns the values that are not None."""
    return {name: value for name, value in values.items() if value is not None}


def _first_stage(plan: Infrastructure) -> PlannedStage | None:
    """Returns the stage that SAM makes with the API: one without a client certificate, which SAM cannot set."""
    return next((stage for stage in plan.stages if not stage.client_certificate), next(iter(plan.stages), None))


def logical_ids(names: Iterable[str], suffix: str) -> dict[str, str]:
    """Returns a logical id for each name, all different.

    >>> logical_ids(["dev", "$default", "Dev"], "Stage")
    {'dev': 'DevStage', '$default': 'DefaultStage', 'Dev': 'DevStage2'}
    """
    found: dict[str, str] = {}
    for name in names:
        word = pascal_case(name)
        wanted = word if word.endswith(suffix) else word + suffix
        free, number = wanted, 2
        while free in found.values():
            free, number = f"{wanted}{number}", number + 1
        found.setdefault(name, free)
    return found
