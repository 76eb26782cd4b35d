"""Every document of the corpus that API Gateway takes becomes a module that Terraform's own tools take.

`CORPUS=all` (make corpus) takes all of them; else there are a few of each kind.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from specforge.errors import SourceError
from tests.deploy.cases import Case, cases
from tests.deploy.terraform import Root
from tests.required import corpus, terraform_plugin_dir

WHOLE = os.environ.get("CORPUS") == "all"
EACH = 1 if WHOLE else 50
# REST and HTTP APIs, of a whole run.
FEWEST = (20, 10) if WHOLE else (1, 0)


def modules() -> Iterator[Case]:
    for path in sorted(corpus("aws").iterdir())[::EACH]:
        try:
            yield from cases(path, "terraform")
        except SourceError:  # a fragment of a document, by itself no API
            continue


@pytest.mark.slow
def test_the_modules_of_the_corpus_are_valid_and_formatted(tmp_path: Path) -> None:
    terraform_plugin_dir()
    found = list(modules())
    root = Root(tmp_path, found)
    root.init()

    assert "Success" in root.done("validate", "-no-color")
    assert [name for name in root.run("fmt", "-check", "-recursive").stdout.split() if "/" in name] == []
    rest = sum('resource "aws_api_gateway_rest_api"' in case.files["main.tf"] for case in found)
    assert (rest >= FEWEST[0], len(found) - rest >= FEWEST[1]) == (True, True)
