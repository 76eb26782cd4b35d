from __future__ import annotations

import json

import pytest

from specforge import limits
from specforge.diagnostics import Finding, Report
from specforge.ir import Api, Deferred, HttpProxy, Kind, Scalar, Text
from specforge.output import OutputFile
from specforge.targets.openapi.target import TARGET, emit
from specforge.targets.target import NoOptions
from specforge.verify import verify
from tests.importdoc.parts import HERE, an_api, an_operation


def emitted(uri: Text) -> tuple[list[OutputFile], list[Finding]]:
    report = Report()
    integration = HttpProxy(origin=HERE, declared_type="http_proxy", uri=uri)
    files = list(emit(an_api(an_operation(integration=integration)), NoOptions(), report))
    return files, report.take()


def test_one_file_readable_and_in_utf_8() -> None:
    files, findings = emitted(Text(("https://ü.example",)))

    verify(files)
    assert [str(file.path) for file in files] == ["openapi.json"]
    text = files[0].data.decode("utf-8")
    assert text.startswith('{\n  "openapi": "3.0.1",\n')
    assert text.endswith("}\n")
    assert '"uri": "https://ü.example"' in text
    assert findings == []


def test_values_of_other_tools_stay_and_are_named() -> None:
    deferred = Deferred("cloudformation", "Backend.Url", {"Fn::GetAtt": ["Backend", "Url"]})
    files, findings = emitted(Text((deferred,)))

    operation = json.loads(files[0].content)["paths"]["/orders"]["get"]
    assert operation["x-amazon-apigateway-integration"]["uri"] == {"Fn::GetAtt": ["Backend", "Url"]}
    assert [finding.rule for finding in findings] == ["deploy-time-value-kept"]
    assert findings[0].message.endswith(": Backend.Url")


def test_variables_that_only_cloudformation_knows_are_named() -> None:
    _, findings = emitted(Text((Deferred("aws", "AWS::StackName", {"Ref": "AWS::StackName"}),)))

    assert [finding.rule for finding in findings] == ["deploy-time-value-kept"]


def test_stage_variables_and_the_region_need_no_tool() -> None:
    stage = Deferred("stage", "host", "${stageVariables.host}")
    region = Deferred("aws", "AWS::Region", "${AWS::Region}")

    assert emitted(Text((stage, "/", region)))[1] == []


def test_target_is_for_gateways() -> None:
    assert (TARGET.name, TARGET.gateway, TARGET.kinds) == ("openapi", True, (Kind.REST, Kind.HTTP))


def renamed_api(count: int = 1) -> Api:
    schemas = {f"a-{number}": Scalar(type="string", origin=HERE) for number in range(count)}
    return an_api(an_operation(), schemas=schemas)


def test_names_that_are_not_the_author_s_are_kept_in_a_file() -> None:
    document, names = emit(renamed_api(), NoOptions(), Report())

    assert "a0" in json.loads(document.content)["components"]["schemas"]
    assert str(names.path) == "openapi-models.json"
    assert json.loads(names.content) == {"renamed": {"a-0": "a0"}, "named": {}}


def test_a_document_that_white_space_makes_too_large_is_written_without(monkeypatch: pytest.MonkeyPatch) -> None:
    indented = next(iter(emit(renamed_api(), NoOptions(), Report()))).data
    monkeypatch.setattr(limits, "IMPORT_BYTES", limits.IMPORT_BYTES._replace(value=len(indented) - 1))
    report = Report()

    compact = next(iter(emit(renamed_api(), NoOptions(), report))).data

    assert compact == json.dumps(json.loads(indented), separators=(",", ":")).encode() + b"\n"
    assert "import-document-compacted" in [finding.rule for finding in report.take()]
