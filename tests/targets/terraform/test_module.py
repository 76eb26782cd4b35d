from __future__ import annotations

import re

from specforge.targets.terraform.blocks import Code, Literal
from specforge.targets.terraform.module import labels
from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import module_of


def test_labels_are_identifiers_and_all_different() -> None:
    names = ["dev", "Dev", "$default", "1", "a-b", "a_b", "", "ü"]

    found = labels(names)

    assert len(set(found.values())) == len(names)
    assert all(re.fullmatch("[a-z][a-z0-9_]*", label) for label in found.values())


def test_the_name_of_the_stage_that_nobody_named_is_an_input() -> None:
    assert module_of(an_api()).stage_name("prod") == Code("var.stage_name")
    assert module_of(an_api("stages: {prod: {}}")).stage_name("prod") == Literal("prod")


def test_an_arn_is_of_the_partition_of_the_deployment() -> None:
    module = module_of(an_api())
    module.in_arn("iam::aws:policy/x")

    assert module.speller.data_sources == {"aws_partition"}
