"""CORS headers on answers that API Gateway maps."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.ir import Http
from specforge.vtl.evaluate import Context, compile_
from tests.expand.apis import Expanded, expanded, with_cors

ONE = "{origins: ['https://a.example.com']}"
TWO = "{origins: ['https://a.example.com', 'https://b.example.com']}"
ECHO = (
    "#set($corsHeaders=$input.params().header)#set($corsOrigin=$corsHeaders.get('Origin'))"
    "#if(\"$!corsOrigin\"=='')#set($corsOrigin=$corsHeaders.get('origin'))#end"
    "#if($corsOrigin=='https://b.example.com')"
    "#set($context.responseOverride.header.Access-Control-Allow-Origin=$corsOrigin)#end"
)
ORIGIN = "method.response.header.Access-Control-Allow-Origin"


def answered(folder: Path, responses: str, cors: str = ONE) -> Expanded:
    integration = f"{{type: http, httpMethod: GET, uri: 'https://x.example.com', responses: {responses}}}"
    declared = "responses: {'200': {description: ok, headers: {vary: {}}}, '404': {description: no}}"
    return expanded(
        f"paths: {{/a: {{get: {{{declared}, x-amazon-apigateway-integration: {integration}}}}}}}",
        with_cors(folder, cors),
    )


def mapped(found: Expanded) -> list[dict[str, str]]:
    integration = found.api.operations[0].integration
    assert isinstance(integration, Http)
    return [{one.target: str(one.value) for one in response.parameters} for response in integration.responses]


def templates(found: Expanded) -> list[dict[str, str]]:
    integration = found.api.operations[0].integration
    assert isinstance(integration, Http)
    return [{one.media_type: str(one.body) for one in response.templates} for response in integration.responses]


def test_every_answer_carries_the_headers_and_declares_them(tmp_path: Path) -> None:
    found = answered(tmp_path, "{default: {statusCode: '200'}, '404': {statusCode: '404'}}", TWO)

    assert mapped(found) == [{ORIGIN: "'https://a.example.com'", "method.response.header.Vary": "'Origin'"}] * 2
    assert [[one.name for one in response.headers] for response in found.api.operations[0].responses] == [
        ["vary", "Access-Control-Allow-Origin"],
        ["Access-Control-Allow-Origin", "Vary"],
    ]


def test_one_origin_needs_no_template(tmp_path: Path) -> None:
    assert templates(answered(tmp_path, "{default: {statusCode: '200'}}")) == [{}]


@pytest.mark.parametrize(
    ("response", "made"),
    [
        pytest.param("statusCode: '200'", {"application/json": "$input.body" + ECHO}, id="the body passes"),
        pytest.param("statusCode: '204'", {"application/json": ECHO}, id="no body"),
        pytest.param(
            "statusCode: '200', responseTemplates: {text/plain: hello, application/json: '{}'}",
            {"text/plain": "hello\n" + ECHO, "application/json": "{}\n" + ECHO},
            id="behind what is there",
        ),
    ],
)
def test_of_several_origins_a_template_names_the_one_that_asks(
    response: str, made: dict[str, str], tmp_path: Path
) -> None:
    assert templates(answered(tmp_path, f"{{default: {{{response}}}}}", TWO)) == [made]


@pytest.mark.parametrize("name", ["Origin", "origin"])
@pytest.mark.parametrize(
    ("asks", "named"),
    [
        ("https://b.example.com", {"Access-Control-Allow-Origin": "https://b.example.com"}),
        ("https://a.example.com", {}),
        ("https://b.example.com.evil.example", {}),
        ("null", {}),
    ],
)
def test_the_template_prints_the_body_and_names_nobody_else(
    name: str, asks: str, named: dict[str, str], tmp_path: Path
) -> None:
    (template,) = templates(answered(tmp_path, "{default: {statusCode: '200'}}", TWO))[0].values()
    params = {"header": {name: asks}, "querystring": {"Origin": "https://b.example.com"}, "path": {}}

    rendering = compile_(template).render(Context(body='{"a": 1}', params=params))

    assert (rendering.output, rendering.errors) == ('{"a": 1}', ())
    assert rendering.overrides.response_header == named


@pytest.mark.parametrize(
    ("response", "said"),
    [
        pytest.param(f"responseParameters: {{{ORIGIN}: \"'https://a.example.com'\"}}", 0, id="the same"),
        pytest.param(f"responseParameters: {{{ORIGIN}: \"'https://c.example.com'\"}}", 1, id="another"),
        pytest.param(f"responseParameters: {{{ORIGIN}: stageVariables.origin}}", 0, id="nobody knows"),
        pytest.param(
            "responseTemplates: {application/json: '#set($context.responseOverride.header.A = 1)'}", 0, id="by template"
        ),
    ],
)
def test_headers_of_the_document_stay(response: str, said: int, tmp_path: Path) -> None:
    found = answered(tmp_path, f"{{default: {{statusCode: '200', {response}}}}}", TWO)

    assert "Vary" not in str(mapped(found))
    assert ECHO not in str(templates(found))
    assert [one.partition(":")[0] for one in found.said] == ["cors-contradicts-document"] * said
