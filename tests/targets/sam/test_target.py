from __future__ import annotations

import pytest
from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.targets.sam.target import TARGET, SamOptions, emit
from specforge.verify import verify
from tests.cloudformation.templates import properties_of, text_of_template
from tests.infrastructure.apis import an_api

HOSTILE = ['"', "a: b", "- x", "a\nb: c", "\t", "!Ref X", "*x", "{{resolve:ssm:x}}", "${AWS::Region}", "#", "\u2028"]


def test_the_same_api_gives_the_same_bytes() -> None:
    assert text_of_template(an_api()) == text_of_template(an_api())


@pytest.mark.parametrize("word", HOSTILE)
def test_no_word_of_a_document_leaves_its_place(word: str) -> None:
    api = replace(an_api(), title=f"x{word}", description=word)

    verify(emit(api, SamOptions(), Report()))

    assert "{{resolve" not in text_of_template(api)
    assert set(properties_of(api, "Api")["DefinitionBody"]) == {"openapi", "info", "paths"}


def test_code_stands_where_the_options_say() -> None:
    api = an_api("functions: {getOrder: {handler: a.b, code: src}}")

    file, _ = emit(api, SamOptions(code_root="."), Report())

    assert 'CodeUri: "./src"' in str(file.content)


def test_the_target_is_for_the_apis_of_api_gateway() -> None:
    assert (TARGET.name, TARGET.gateway, [str(kind) for kind in TARGET.kinds]) == ("sam", True, ["rest", "http"])
