"""What the resources of one module share: its names, its speller, and the labels of its resources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specforge.infrastructure import Infrastructure, snake_case
from specforge.targets.terraform.blocks import Block, Code, Value, block, quoted
from specforge.targets.terraform.spelling import Speller


class Module:
    """One module while it is being spelled."""

    def __init__(self, plan: Infrastructure, speller: Speller) -> None:
        self.plan = plan
        self.speller = speller
        self.stages = labels(stage.name for stage in plan.stages)
        self.functions = labels(function.name for function in plan.functions)

    @property
    def api(self) -> str:
        """Returns the address of the API."""
        return "aws_api_gateway_rest_api.this" if self.plan.is_rest else "aws_apigatewayv2_api.this"

    @property
    def api_id(self) -> Code:
        """Returns the API's id."""
        return Code(f"{self.api}.id")

    def stage(self, name: str, attribute: str) -> Code:
        """Returns an attribute of a stage."""
        kind = "aws_api_gateway_stage" if self.plan.is_rest else "aws_apigatewayv2_stage"
        return Code(f"{kind}.{self.stages[name]}.{attribute}")

    def stage_name(self, name: str) -> Value:
        """Returns a stage's name: an input for the stage that nobody named."""
        planned = next(stage for stage in self.plan.stages if stage.name == name)
        return Code("var.stage_name") if planned.is_default else quoted(name)

    def in_arn(self, *parts: str | Code) -> Value:
        """Returns an ARN of which the parts after `arn:{partition}` are given."""
        return quoted("arn:", self.speller.data("AWS::Partition"), ":", *parts)


def labels(names: Iterable[str]) -> dict[str, str]:
    """Returns a label for each name, all different.

    >>> labels(["dev", "$default", "1", "Dev"])
    {'dev': 'dev', '$default': 'default', '1': 'n1', 'Dev': 'dev_2'}
    """
    found: dict[str, str] = {}
    for name in names:
        plain = snake_case(name) or "other"
        wanted = f"n{plain}" if plain[0].isdigit() else plain
        free, number = wanted, 2
        while free in found.values():
            free, number = f"{wanted}_{number}", number + 1
        found.setdefault(name, free)
    return found


def nested(kind: str, attributes: Mapping[str, Value | str | int | float | bool | None]) -> Block:
    """Returns a block inside a resource."""
    return block(kind, attributes=attributes)


TAGS = Code("var.tags")
