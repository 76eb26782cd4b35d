"""The template while it is being spelled: its resources under logical ids of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from specforge.infrastructure import Infrastructure, PlannedStage, pascal_case
from specforge.ir import Data, Text
from specforge.targets.sam.spelling import Speller

API = "Api"
FIRST_STAGE = "Api.Stage"


class Resource(msgspec.Struct, frozen=True, kw_only=True):
    """A resource of the template."""

    logical_id: str
    type: str
    properties: Mapping[str, Data]
    depends_on: tuple[str, ...] = ()
    condition: str | None = None
    metadata: Mapping[str, Data] = {}


class Template:
    """Collects the resources of one template."""

    def __init__(self, plan: Infrastructure, speller: Speller) -> None:
        self.plan = plan
        self.speller = speller
        self.resources: dict[str, Resource] = {}
        self.first_stage = _first_stage(plan)
        self.stages = logical_ids((stage.name for stage in plan.stages), "Stage")
        self.functions = logical_ids((function.name for function in plan.functions), "Function")

    def add(
        self,
        logical_id: str,
        kind: str,
        properties: Mapping[str, Data],
        *,
        depends_on: tuple[str, ...] = (),
        condition: str | None = None,
        metadata: Mapping[str, Data] | None = None,
    ) -> None:
        """Adds a resource without the properties that are None."""
        given = {name: value for name, value in properties.items() if value is not None}
        self.resources[logical_id] = Resource(
            logical_id=logical_id,
            type=kind,
            properties=given,
            depends_on=depends_on,
            condition=condition,
            metadata=metadata or {},
        )

    def stage_ref(self, name: str) -> Data:
        """Returns the reference to a stage, which is its name; SAM makes the first one itself."""
        return {"Ref": FIRST_STAGE if name == self.first_stage.name else self.stages[name]}

    def stage_in_sub(self, name: str) -> str:
        """Returns the reference to a stage as it stands in an Fn::Sub."""
        return "${" + (FIRST_STAGE if name == self.first_stage.name else self.stages[name]) + "}"

    def stage_name(self, stage: PlannedStage) -> Data:
        """Returns a stage's name: a parameter for the stage that nobody named."""
        return {"Ref": "StageName"} if stage.is_default else stage.name

    def texts(self, texts: Mapping[str, Text]) -> Data:
        """Returns spelled texts by name; None when there is none."""
        return {name: self.speller.spell(text) for name, text in texts.items()} or None


def _first_stage(plan: Infrastructure) -> PlannedStage:
    """Returns the stage that SAM makes with the API: one without a client certificate, which SAM cannot set."""
    return next((stage for stage in plan.stages if not stage.client_certificate), plan.stages[0])


def logical_ids(names: Iterable[str], suffix: str) -> dict[str, str]:
    """Returns a logical id for each name, all different.

    >>> logical_ids(["dev", "$default", "Dev"], "Stage")
    {'dev': 'DevStage', '$default': 'DefaultStage', 'Dev': 'DevStage2'}
    """
    found: dict[str, str] = {}
    for name in names:
        wanted = pascal_case(name) + suffix
        free, number = wanted, 2
        while free in found.values():
            free, number = f"{wanted}{number}", number + 1
        found.setdefault(name, free)
    return found
