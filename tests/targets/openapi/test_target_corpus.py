"""The import documents of everything in the corpus: sound OpenAPI 3.0, and final."""

from __future__ import annotations

import msgspec
import pytest

from specforge.diagnostics import Finding, Report
from specforge.ir import Api, Kind
from specforge.source import Files, read_text
from specforge.targets.openapi.target import emit
from specforge.targets.target import NoOptions
from tests.importdoc.documents import UNSOUND, apis_in, apis_of, documents, faults_of
from tests.required import ROOT


def import_of(api: Api) -> tuple[str, list[Finding]]:
    report = Report()
    file = next(iter(emit(api, NoOptions(), report)))
    assert isinstance(file.content, str)
    return file.content, report.take()


def again(text: str, kind: Kind) -> Api:
    (api,) = apis_in(read_text(text, "openapi.json"), Files("/"))
    return msgspec.structs.replace(api, kind=kind)


def faults(part: str) -> list[str]:
    found: list[str] = []
    for path in documents(part):
        for api in apis_of(path):
            text, findings = import_of(api)
            deferred = any(finding.rule == "deploy-time-value-kept" for finding in findings)
            if not deferred and path.name not in UNSOUND:
                found += [f"{path.name} ({api.kind}): {fault}" for fault in faults_of(text)]
            repeated, more = import_of(again(text, api.kind))
            if repeated != text or [finding.rule for finding in more] != ["deploy-time-value-kept"] * deferred:
                found.append(f"{path.name} ({api.kind}): a second import document differs")
    return found


@pytest.mark.parametrize("part", ["aws", "general", "multifile"])
def test_import_documents_of_the_corpus_are_sound_and_final(part: str) -> None:
    assert faults(part) == []


@pytest.mark.parametrize("name", ["orders", "catalog"])
def test_import_documents_of_the_examples_are_sound_and_final(name: str) -> None:
    (api,) = apis_of(ROOT / "specs" / f"{name}.yaml")
    text, _ = import_of(api)

    assert faults_of(text) == []
    assert import_of(again(text, api.kind)) == (text, [])
