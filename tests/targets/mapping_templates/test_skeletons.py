from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from specforge.diagnostics import Report
from specforge.fixtures import find_fixtures, read_fixture, run_fixture
from specforge.ir import Api
from specforge.targets.mapping_templates.target import emit
from specforge.targets.target import NoOptions
from tests.importdoc.parts import read

ORDERS = """\
info: {title: orders, version: '1'}
paths:
  /orders/{id}:
    put:
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer, minimum: 7}}
        - {name: tags, in: query, schema: {type: array, items: {type: string, enum: [a]}}}
        - {name: X-Key, in: header, schema: {type: string}, example: '"ü"'}
      requestBody:
        content:
          application/x-www-form-urlencoded: {schema: {type: object, properties: {a b: {type: string, default: '&='}}}}
          application/json: {example: {note: "</script>$foo#set(\\n"}}
      responses:
        '200': {description: ok, content: {application/json: {example: {id: 1}}}}
        '404': {description: none, content: {text/plain: {example: gone}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: PUT
        uri: https://example.com
        requestTemplates:
          application/json: |-
            {"id": $input.params('id'), "key": "$util.escapeJavaScript($input.params('X-Key'))",
             "all": $input.json('$'),
             "tags": "$input.params('tags')", "to": "$stageVariables.table $context.httpMethod $context.path"}
          application/x-www-form-urlencoded: $input.body
          text/plain: $input.body.substring(99)
        responses:
          default:
            statusCode: '200'
            responseTemplates: {application/json: "$input.path('$.id')#set($context.responseOverride.status = 202)"}
          '404': {statusCode: '404', responseTemplates: {text/plain: 'x $input.body'}}
x-amazon-apigateway-gateway-responses:
  BAD_REQUEST_BODY: {responseTemplates: {application/json: '{"m": $context.error.messageString}'}}
"""


@pytest.fixture
def api() -> Api:
    return read(ORDERS)


def skeletons(api: Api) -> dict[str, Any]:
    files = emit(api, NoOptions(), Report())
    return {
        str(file.path).rpartition("/")[2].removesuffix(".vtl-test.json"): json.loads(file.content)
        for file in files
        if str(file.path).endswith(".vtl-test.json")
    }


def test_a_request_is_made_from_the_operation(api: Api) -> None:
    made = skeletons(api)["request.application-json"]

    assert made["request"] == {
        "method": "PUT",
        "path": "/test/orders/7",
        "params": {"path": {"id": "7"}, "querystring": {"tags": "a"}, "header": {"X-Key": '"ü"'}},
        "body": {"note": "</script>$foo#set(\n"},
    }
    assert made["stageVariables"] == {"table": "table"}
    assert made["expect"]["output"] == {
        "id": 7,
        "key": '"ü"',
        "all": {"note": "</script>$foo#set(\n"},
        "tags": "a",
        "to": "table PUT /test/orders/7",
    }


def test_the_body_is_of_the_media_type_of_the_template(api: Api) -> None:
    made = skeletons(api)

    assert made["request.application-x-www-form-urlencoded"]["request"]["body"] == "a+b=%26%3D"
    assert made["response.1-default.application-json"]["request"]["body"] == {"id": 1}
    assert made["response.2-404.text-plain"]["request"]["body"] == "gone"


def test_overrides_and_failures_are_expected_too(api: Api) -> None:
    made = skeletons(api)

    assert made["response.1-default.application-json"]["expect"] == {
        "output": "1",
        "responseOverride": {"status": 202},
    }
    assert "begin 99" in made["request.text-plain"]["expect"]["error"]
    assert made["BAD_REQUEST_BODY.application-json"]["expect"] == {"output": {"m": "sample"}}


def test_all_of_them_pass_as_they_are_emitted_and_a_changed_template_fails(api: Api, tmp_path: Path) -> None:
    for file in emit(api, NoOptions(), Report()):
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.data)
    found = list(find_fixtures([str(tmp_path)]))

    assert len(found) == len(list(tmp_path.rglob("*.vtl"))) == 6
    assert all(run_fixture(read_fixture(path)).passed for path in found)

    for template in tmp_path.rglob("*.vtl"):
        template.write_text("changed", encoding="utf-8")
    assert not any(run_fixture(read_fixture(path)).passed for path in found)


def test_the_same_document_gives_the_same_fixtures() -> None:
    assert list(emit(read(ORDERS), NoOptions(), Report())) == list(emit(read(ORDERS), NoOptions(), Report()))
