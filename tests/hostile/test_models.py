"""Hostile texts and names in the target `python-models`, which a build emits only when it is named."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

import specforge
from specforge.targets.python_models.generation import find_foreign
from tests.hostile.outputs import judge
from tests.hostile.texts import NAMES, TEXTS, with_name, with_text

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def models_of(document: Mapping[str, Any]) -> dict[str, bytes]:
    text = json.dumps(document).encode()
    result = specforge.compile("api.json", text=text, targets=["python-models"], allow_errors=True)
    return {str(file.path): file.data for file in result.files}


def sources(files: Mapping[str, bytes]) -> list[str]:
    return [data.decode() for path, data in files.items() if path.endswith("__init__.py")]


@pytest.fixture(scope="module")
def benign() -> dict[str, bytes]:
    return models_of(with_text("word"))


@pytest.mark.parametrize("name", TEXTS)
def test_text_stays_data(benign: dict[str, bytes], name: str) -> None:
    files = models_of(with_text(TEXTS[name]))

    judge(files, benign)
    (source,) = sources(files)
    assert find_foreign(source) is None
    assert not CONTROLS.search(source)


@pytest.mark.parametrize("name", NAMES)
def test_name_stays_data(name: str) -> None:
    (source,) = sources(models_of(with_name(NAMES[name])))

    assert find_foreign(source) is None
    assert not CONTROLS.search(source)
