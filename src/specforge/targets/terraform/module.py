"""What the resources of one module share: its names, its speller, and the labels of its resources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from specforge.infrastructure import Infrastructure, PlannedFunction, snake_case
from specforge.targets.terraform.blocks import Block, Code, Value, block, quoted
from specforge.targets.terraform.spelling import Speller

# The longest prefix of a role's name is 38 characters: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
# (a name has 64, Terraform appends 26); a bucket's has 37.
_LONGEST_PREFIX = 16
_LONGEST_WORD = 18
TAGS = Code("var.tags")


class Labels:
    """The labels of everything that the graph names."""

    def __init__(self, plan: Infrastructure) -> None:
        self.stages = labels(stage.name for stage in plan.stages)
        self.functions = labels(function.name for function in plan.functions)
        others = ["api_gateway_logs", *(f"{label}_fn" for label in self.functions.values())]
        roles = [role.name for role in plan.roles]
        self.roles = dict(zip(roles, distinct([*others, *roles])[len(others) :], strict=True))
        self.buckets = labels(bucket.name for bucket in plan.buckets)
        self.vpc_links = labels(link.name for link in plan.vpc_links)
        own = tuple(self.stages.values())
        keys = [(stage, kind) for stage in self.stages for kind in ("execution", "canary", "execution_canary")]
        wanted = [f"{self.stages[stage]}_{kind}" for stage, kind in keys]
        made = distinct([*own, *wanted, *(f"{label}_fn" for label in self.functions.values())])[len(own) :]
        self.stage_groups = dict(zip(keys, made, strict=False))
        self.function_groups = dict(zip(self.functions, made[len(keys) :], strict=True))

    def references(self, plan: Infrastructure) -> dict[str, Code]:
        """Returns what the texts of the API may refer to, by the name of the need and its attribute."""
        link = "aws_api_gateway_vpc_link" if plan.is_rest else "aws_apigatewayv2_vpc_link"
        needed = {function.name for function in plan.functions if function.is_needed}
        return {
            **{f"{name}.arn": Code(f"aws_iam_role.{label}.arn") for name, label in self.roles.items()},
            **{f"{name}.name": Code(f"aws_s3_bucket.{label}.bucket") for name, label in self.buckets.items()},
            **{f"{name}.arn": Code(f"aws_s3_bucket.{label}.arn") for name, label in self.buckets.items()},
            **{f"{name}.id": Code(f"{link}.{label}.id") for name, label in self.vpc_links.items()},
            **{f"{name}.arn": Code(f"aws_lambda_function.{self.functions[name]}.arn") for name in needed},
        }


class Module:
    """One module while it is being spelled."""

    def __init__(self, plan: Infrastructure, speller: Speller, known: Labels | None = None) -> None:
        self.plan = plan
        self.speller = speller
        self.labels = known if known is not None else Labels(plan)
        self.stages: Mapping[str, str] = self.labels.stages

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

    def function_name(self, function: PlannedFunction) -> Value:
        """Returns the name of a function: what the document calls it, else one of this module's own."""
        if function.function_name is not None:
            return quoted(function.function_name)
        return quoted(Code("var.name_prefix"), f"-{plain_word(function.name, 47)}")

    def prefix(self, name: str) -> Value:
        """Returns what the name of something starts with that AWS or Terraform completes."""
        return quoted(Code("var.name_prefix"), f"-{plain_word(name, _LONGEST_WORD)}-")

    def lower_prefix(self, name: str) -> Value:
        """Returns such a prefix for a bucket."""
        return self.prefix(name.lower())


def name_prefix(name: str) -> str:
    """Returns a word for what belongs to an API of that name.

    >>> name_prefix("Orders API (v2, internal)"), name_prefix("注文")
    ('orders-api-v2-in', 'api')
    """
    return plain_word(name.lower(), _LONGEST_PREFIX) or "api"


def plain_word(name: str, longest: int) -> str:
    """Returns a name in letters, digits and hyphens.

    >>> plain_word("signUpload.image", 12)
    'signUpload-i'
    """
    return re.sub("[^A-Za-z0-9]+", "-", name).strip("-")[:longest].strip("-")


def labels(names: Iterable[str]) -> dict[str, str]:
    """Returns a label for each name, all different.

    >>> labels(["dev", "$default", "1", "Dev"])
    {'dev': 'dev', '$default': 'default', '1': 'n1', 'Dev': 'dev_2'}
    """
    each = tuple(dict.fromkeys(names))
    return dict(zip(each, distinct(each), strict=True))


def distinct(names: Iterable[str]) -> list[str]:
    """Returns a label for each name, all different even where names are the same."""
    found: dict[str, None] = {}
    for name in names:
        plain = snake_case(name) or "other"
        wanted = f"n{plain}" if plain[0].isdigit() else plain
        free, number = wanted, 2
        while free in found:
            free, number = f"{wanted}_{number}", number + 1
        found[free] = None
    return list(found)


def nested(kind: str, attributes: Mapping[str, Value | str | int | float | bool | None], *inner: Block) -> Block:
    """Returns a block inside a resource."""
    return block(kind, attributes=attributes, blocks=inner)
