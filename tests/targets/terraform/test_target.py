from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.targets.target import NoOptions
from specforge.targets.terraform.target import TARGET, emit
from specforge.verify import verify
from tests.infrastructure.apis import INVOKE, an_api
from tests.targets.terraform.modules import files_of

HOSTILE = ['"', "${file(1)}", "%{ if true }", "a\nb", "\\", "*/", "#", "'", "${", "}}", "\u2028", "$${x}"]


def test_the_module_has_these_files() -> None:
    assert sorted(files_of(an_api())) == [
        "README.md",
        "functions.tf",
        "logs.tf",
        "main.tf",
        "openapi.json",
        "outputs.tf",
        "stages.tf",
        "variables.tf",
        "versions.tf",
    ]


def test_the_same_api_gives_the_same_bytes() -> None:
    assert files_of(an_api()) == files_of(an_api())


@pytest.mark.parametrize("word", HOSTILE)
def test_no_word_of_a_document_leaves_its_place(word: str) -> None:
    api = replace(an_api(uri=INVOKE.format("${x}")), title=word, description=word)

    files = list(emit(api, NoOptions(), Report()))

    verify(files)
    assert all(file.path.is_relative_to(PurePosixPath("terraform")) for file in files)


def test_the_target_is_for_the_apis_of_api_gateway() -> None:
    assert (TARGET.name, TARGET.gateway, [str(kind) for kind in TARGET.kinds]) == ("terraform", True, ["rest", "http"])


def test_the_readme_lists_what_has_to_be_given() -> None:
    readme = files_of(an_api(uri=INVOKE.format("${reader_arn}")))["README.md"]

    assert "| `reader_arn` | `string` | required |" in readme
    assert '  reader_arn = "..."' in readme
