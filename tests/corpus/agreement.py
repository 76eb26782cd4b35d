"""Judges a document twice, by specforge and by openapi-spec-validator: `python -m tests.corpus.agreement FILE`."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from openapi_spec_validator import shortcuts

from specforge.compiler import Options, judge_all
from specforge.source import read_text
from tests.required import ROOT

MOST_SECONDS = 60
AT_ONCE = 2
OF_OPENAPI = frozenset(
    {
        "default-of-other-type",
        "default-refused-by-its-schema",
        "duplicate-key",
        "duplicate-operation-id",
        "file-not-readable",
        "openapi-schema-violation",
        "parameter-name-not-unique",
        "path-parameter-not-in-path",
        "path-parameter-undeclared",
        "path-without-leading-slash",
        "reference-leaves-folder",
        "tolerated-openapi-violation",
        "unknown-openapi-version",
        "unresolved-reference",
        "unsupported-method",
    }
)
"""The rules that say that a document is no valid OpenAPI, and not what API Gateway makes of it."""


class Verdict(NamedTuple):
    """Whether each of the two calls a document valid; None when openapi-spec-validator took too long."""

    path: Path
    ours: bool
    theirs: bool | None


def verdicts(paths: Sequence[Path]) -> Iterator[Verdict]:
    """Yields what both say of the OpenAPI documents among some files.

    openapi-spec-validator runs in a process of its own for each, which ends when it takes too long.
    """
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for verdict in pool.map(_judged, paths):
            if verdict is not None:
                yield verdict


def _judged(path: Path) -> Verdict | None:
    data = read_text(path.read_bytes(), str(path)).data
    if not isinstance(data, dict) or not data.keys() & {"openapi", "swagger"}:
        return None
    ours = not any(one.rule in OF_OPENAPI for api in judge_all(str(path), options=Options()) for one in api.diagnostics)
    command = [sys.executable, "-m", "tests.corpus.agreement", str(path)]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=MOST_SECONDS, check=True)
    except subprocess.TimeoutExpired:
        return Verdict(path, ours, None)
    return Verdict(path, ours, json.loads(done.stdout))


def _is_valid(path: Path) -> bool:
    """Tells what openapi-spec-validator says; a document that it cannot get through is not valid."""
    data = read_text(path.read_bytes(), str(path)).data
    assert isinstance(data, dict)
    try:
        cls = shortcuts.get_validator_cls(data)
        handlers = {**cls.resolver_handlers, **dict.fromkeys(("http", "https"), _refuse)}
        judge = type(cls.__name__, (cls,), {"resolver_handlers": handlers})
        return next(iter(judge(data, base_uri=path.resolve().as_uri()).iter_errors()), None) is None
    except Exception:  # noqa: BLE001 (what a document does to a foreign program is not known)
        return False


def _refuse(address: str) -> object:
    message = f"{address} is not fetched"
    raise LookupError(message)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(json.dumps(_is_valid(Path(sys.argv[1]))))
