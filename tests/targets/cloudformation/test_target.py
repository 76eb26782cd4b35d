from __future__ import annotations

import pytest
from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.targets.cloudformation.target import TARGET, CloudFormationOptions, emit
from specforge.verify import verify
from tests.cloudformation.templates import properties_of, template_of, text_of_template
from tests.infrastructure.apis import an_api

HOSTILE = ['"', "a: b", "- x", "a\nb: c", "\t", "!Ref X", "*x", "{{resolve:ssm:x}}", "${AWS::Region}", "#", "\u2028"]


def test_the_same_api_gives_the_same_bytes() -> None:
    assert text_of_template(an_api(), target="cloudformation") == text_of_template(an_api(), target="cloudformation")


@pytest.mark.parametrize("word", HOSTILE)
def test_no_word_of_a_document_leaves_its_place(word: str) -> None:
    api = replace(an_api(), title=f"x{word}", description=word)

    verify(emit(api, CloudFormationOptions(), Report()))

    assert "{{resolve" not in text_of_template(api, target="cloudformation")
    assert set(properties_of(api, "Api", target="cloudformation")["Body"]) == {"openapi", "info", "paths"}


def test_nothing_of_sam_is_in_the_template() -> None:
    template = template_of(an_api("functions: {getOrder: {handler: a.b}}"), target="cloudformation")

    assert "Transform" not in template
    assert not [one for one in template["Resources"].values() if one["Type"].startswith("AWS::Serverless")]


def test_the_target_is_for_the_apis_of_api_gateway() -> None:
    found = (TARGET.name, TARGET.gateway, [str(kind) for kind in TARGET.kinds])

    assert found == ("cloudformation", True, ["rest", "http"])
