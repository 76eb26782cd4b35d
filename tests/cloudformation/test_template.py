from __future__ import annotations

from specforge.cloudformation.template import logical_ids
from tests.cloudformation.templates import empty_template
from tests.infrastructure.apis import an_api


def test_logical_ids_are_alphanumeric_and_all_different() -> None:
    names = ["dev", "Dev", "$default", "a-b", "aB", "", "ü"]

    found = logical_ids(names, "Stage")

    assert len(set(found.values())) == len(names)
    assert all(logical_id.isalnum() and logical_id.isascii() for logical_id in found.values())


def test_sam_makes_the_first_stage_that_has_no_client_certificate() -> None:
    template = empty_template(an_api("stages: {dev: {client-certificate: true}, prod: {}}"))

    assert template.first_stage is not None
    assert template.first_stage.name == "prod"
    assert template.stage_ref("prod") == {"Ref": "Api.Stage"}
    assert template.stage_ref("dev") == {"Ref": "DevStage"}


def test_a_property_that_is_none_is_left_out() -> None:
    template = empty_template(an_api())
    template.add("X", "AWS::X", {"a": None, "b": 1})

    assert template.resources["X"].properties == {"b": 1}
