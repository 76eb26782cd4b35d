"""Every public document gives a package of which every file parses and no operation is missing."""

from __future__ import annotations

import ast
import re

import pytest

from specforge.clients.grouping import callable_operations
from specforge.errors import SourceError
from tests.consumers.generated import emit
from tests.consumers.test_python_types import api_of
from tests.required import corpus


@pytest.mark.slow
@pytest.mark.parametrize("part", ["general", "aws"])
def test_every_document_gives_a_whole_package(part: str) -> None:
    broken = []
    documents = 0
    for path in sorted(corpus(part).iterdir()):
        try:
            api = api_of(path)
        except (SourceError, IndexError):
            continue  # no API, or unreadable: other tests judge that
        documents += 1
        files = {str(file.path): file.content for file in emit(api, "client") if file.path.suffix == ".py"}
        for name, content in files.items():
            if "/_runtime/" not in name and not parses(str(content)):
                broken.append(f"{path.name}: {name}")
        called = sum(
            len(re.findall(r"^_[A-Z0-9_]+: Operation\[", str(content), re.MULTILINE))
            for name, content in files.items()
            if "/api/" in name
        )
        expected = len(callable_operations(api.operations))
        if called != expected:
            broken.append(f"{path.name}: {called} of {expected} operations")

    assert broken == []
    assert documents > 20


def parses(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True
