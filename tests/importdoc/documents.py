"""The documents of the corpus as APIs, and the judge of OpenAPI 3.0."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec

from specforge.config import default_config
from specforge.diagnostics import Report
from specforge.document import open_
from specforge.errors import SourceError
from specforge.ir import Api, Kind
from specforge.lower import lower
from specforge.source import Files, Source
from tests.required import corpus

OPENAPI_3_0 = "resources/schemas/v3.0/schema.json"
# Documents whose own text breaks OpenAPI where what is written keeps it.
UNSOUND = {
    "npm__readme__oas-examples__3.0__yaml__schema-validation.yaml": "a pattern that is no regular expression",
    "koxudaxi__datamodel-code-generator__tests__data__openapi__parameter_field_policy.yaml": (
        "a parameter in two media types"
    ),
}


def apis_in(source: Source, files: Files) -> list[Api]:
    """Returns the APIs in a text; none in one that holds none."""
    report = Report()
    config = default_config(files, report)
    try:
        return [lower(document, config, report) for document in open_(source, files, report)]
    except SourceError:
        return []


def apis_of(path: Path) -> Iterator[Api]:
    """Yields the APIs of a file as they are; one that is no gateway's, as each kind."""
    files = Files(str(path.parent))
    source = files.open(str(path))
    for api in apis_in(source, files) if isinstance(source, Source) else []:
        kinds = (Kind.REST, Kind.HTTP) if api.kind is Kind.PLAIN else (api.kind,)
        yield from (msgspec.structs.replace(api, kind=kind) for kind in kinds)


def documents(part: str) -> list[Path]:
    """Returns the documents of a part of the corpus that are not large."""
    paths = sorted(path for path in corpus(part).rglob("*") if path.suffix in (".yaml", ".yml", ".json"))
    return [path for path in paths if path.stat().st_size < 500_000]


@cache
def openapi_3_0() -> Any:
    """Returns the validator of OpenAPI 3.0."""
    spec = importlib.util.find_spec("openapi_spec_validator")
    assert spec is not None
    assert spec.origin is not None
    schema = Path(spec.origin).parent.joinpath(OPENAPI_3_0).read_text(encoding="utf-8")
    return jsonschema_rs.validator_for(json.loads(schema))


def faults_of(text: str) -> list[str]:
    """Returns what OpenAPI 3.0 has against a document."""
    return [error.message for error in openapi_3_0().iter_errors(json.loads(text))]
