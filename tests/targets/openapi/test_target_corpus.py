"""The import documents of everything in the corpus: sound OpenAPI 3.0, and final."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
import pytest

from specforge.config import default_config
from specforge.diagnostics import Finding, Report
from specforge.document import open_
from specforge.errors import SourceError
from specforge.ir import Api, Kind
from specforge.lower import lower
from specforge.source import Files, Source, read_text
from specforge.targets.openapi.target import emit
from specforge.targets.target import NoOptions
from tests.required import ROOT, corpus

OPENAPI_3_0 = "resources/schemas/v3.0/schema.json"
# Documents whose own text breaks OpenAPI where the import document keeps it.
UNSOUND = {"npm__readme__oas-examples__3.0__yaml__schema-validation.yaml": "a pattern that is no regular expression"}


def apis_in(source: Source, files: Files) -> list[Api]:
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


def import_of(api: Api) -> tuple[str, list[Finding]]:
    report = Report()
    file = next(iter(emit(api, NoOptions(), report)))
    assert isinstance(file.content, str)
    return file.content, report.take()


def again(text: str, kind: Kind) -> Api:
    (api,) = apis_in(read_text(text, "openapi.json"), Files("/"))
    return msgspec.structs.replace(api, kind=kind)


@pytest.fixture(scope="session")
def openapi_3_0() -> Any:
    spec = importlib.util.find_spec("openapi_spec_validator")
    assert spec is not None
    assert spec.origin is not None
    schema = Path(spec.origin).parent.joinpath(OPENAPI_3_0).read_text(encoding="utf-8")
    return jsonschema_rs.validator_for(json.loads(schema))


def documents(part: str) -> list[Path]:
    paths = sorted(path for path in corpus(part).rglob("*") if path.suffix in (".yaml", ".yml", ".json"))
    return [path for path in paths if path.stat().st_size < 500_000]


def faults(part: str, openapi_3_0: Any) -> list[str]:
    found: list[str] = []
    for path in documents(part):
        for api in apis_of(path):
            text, findings = import_of(api)
            deferred = any(finding.rule == "deploy-time-value-kept" for finding in findings)
            if not deferred and path.name not in UNSOUND:
                found += [
                    f"{path.name} ({api.kind}): {error.message}" for error in openapi_3_0.iter_errors(json.loads(text))
                ]
            repeated, more = import_of(again(text, api.kind))
            if repeated != text or [finding.rule for finding in more] != ["deploy-time-value-kept"] * deferred:
                found.append(f"{path.name} ({api.kind}): a second import document differs")
    return found


@pytest.mark.parametrize("part", ["aws", "general", "multifile"])
def test_import_documents_of_the_corpus_are_sound_and_final(part: str, openapi_3_0: Any) -> None:
    assert faults(part, openapi_3_0) == []


@pytest.mark.parametrize("name", ["orders", "catalog"])
def test_import_documents_of_the_examples_are_sound_and_final(name: str, openapi_3_0: Any) -> None:
    (api,) = apis_of(ROOT / "specs" / f"{name}.yaml")
    text, _ = import_of(api)

    assert list(openapi_3_0.iter_errors(json.loads(text))) == []
    assert import_of(again(text, api.kind)) == (text, [])
