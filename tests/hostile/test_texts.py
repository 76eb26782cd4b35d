"""Whatever a document says stays data: in every position of every output, on the terminal and in a CI log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.outputs import judge, load_template, strings_in_terraform
from tests.hostile.running import Ran, Runner, build, validate
from tests.hostile.texts import NAMES, TEXTS, with_name, with_text


def built(runner: Runner, folder: Path, document: Mapping[str, Any], *more: str) -> Ran:
    (folder / "api.json").write_text(json.dumps(document))
    validate(runner, folder, "api.json")
    return build(runner, folder, "api.json", *more)


@pytest.fixture(scope="session")
def benign(bounded: Runner, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("benign") / "project"
    folder.mkdir()
    return built(bounded, folder, with_text("word")).files


@pytest.mark.parametrize("name", TEXTS)
def test_text_stays_data(bounded: Runner, folder: Path, benign: dict[str, bytes], name: str) -> None:
    ran = built(bounded, folder, with_text(TEXTS[name]))

    judge(ran.files, benign)


@pytest.mark.parametrize("name", NAMES)
def test_name_stays_data(bounded: Runner, folder: Path, benign: dict[str, bytes], name: str) -> None:
    ran = built(bounded, folder, with_name(NAMES[name]))

    judge(ran.files, benign)


@pytest.mark.parametrize(
    "name", [name for name in TEXTS if name not in {"surrogate", "sub", "empty", "long", "many-lines"}]
)
def test_literals_of_the_outputs_equal_the_text(bounded: Runner, folder: Path, name: str) -> None:
    text = TEXTS[name].replace("${", "$ {")
    document = with_text("word")
    document["paths"]["/things/{id}"]["post"]["description"] = text
    files = built(bounded, folder, document, "--target", "openapi", "--target", "sam", "--target", "terraform").files
    imported = json.loads(files["openapi.json"])["paths"]["/things/{id}"]["post"]["description"]
    template = load_template(files["sam/template.yaml"])

    assert imported == text
    assert _holds(template, text) or "{{resolve:" in text
    assert any(text in literal for literal in _terraform_texts(files))


def _holds(data: Any, text: str) -> bool:
    match data:
        case str():
            return data == text
        case dict():
            return any(_holds(value, text) for value in data.values())
        case list():
            return any(_holds(value, text) for value in data)
        case _:
            return False


def _terraform_texts(files: Mapping[str, bytes]) -> list[str]:
    found: list[str] = []
    for name, content in files.items():
        if name.endswith(".tf"):
            found += strings_in_terraform(content.decode())
        elif name.startswith("terraform/") and ".json" in name:
            text = content.decode()
            template = text.replace("$${", "${").replace("%%{", "%{") if name.endswith(".tftpl") else text
            found += _texts(json.loads(template))
    return found


def _texts(data: Any) -> list[str]:
    match data:
        case str():
            return [data]
        case dict():
            return [text for value in data.values() for text in _texts(value)]
        case list():
            return [text for value in data for text in _texts(value)]
        case _:
            return []
