"""A fixture for each template: a request made from the schemas of the operation, and what the template makes of it.

For the template of a response the body is what the backend answers: the response of that status, as callers get it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import urlencode

from msgspec.structs import replace

from specforge.clients.bodies import media_kind
from specforge.clients.sampling import sample_content, sample_parameter
from specforge.fixtures import Fixture, Given, made, written
from specforge.ir import Api, Content, Data, Operation
from specforge.targets.mapping_templates.view import TemplateFile
from specforge.vtl import ast, parse, references
from specforge.vtl.evaluate.event import Params

SUFFIX = ".vtl-test.json"
STAGE = "test"
SOURCE_IP = "192.0.2.1"
"""Is an address that RFC 5737 keeps for documentation."""
ERROR = "sample"
MOMENT = {"requestTime": "31/Jan/2026:12:00:00 +0000", "requestTimeEpoch": 1769860800000}
REQUEST_ID = "3fa85f64-5717-4562-b3fc-2c963f66afa6"


def skeleton_path(file: TemplateFile) -> str:
    """Returns where the fixture of a template is written: beside it."""
    return file.path.removesuffix(".vtl") + SUFFIX


def skeleton_of(file: TemplateFile, api: Api) -> str:
    """Returns the fixture of a template, with what our engine prints: it shows when the template changes."""
    text = str(file.template.body)
    fixture = Fixture(
        template=PurePosixPath(file.path).name,
        request=_request(file, api),
        context=_context(file),
        stage_variables={name: name for name in _stage_variables(text)},
    )
    return written(replace(fixture, expect=made(fixture, text)))


def _request(file: TemplateFile, api: Api) -> Given:
    operation = file.method
    if operation is None:
        return Given()
    path = operation.path
    params = Params(*(_parameters(operation, api, location) for location in ("path", "query", "header")))
    for name, value in params.path.items():
        path = path.replace(f"{{{name}}}", str(value)).replace(f"{{{name}+}}", str(value))
    method = "GET" if operation.method == "ANY" else operation.method
    return Given(method, f"/{STAGE}{path}", params, _body(file, operation, api))


def _parameters(operation: Operation, api: Api, location: str) -> dict[str, object]:
    return {one.name: _word(sample_parameter(one, api.schemas)) for one in operation.parameters_in(location)}


def _word(value: Data) -> str:
    """Returns a parameter as it arrives: always as text."""
    if isinstance(value, list):
        return ",".join(map(_word, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _body(file: TemplateFile, operation: Operation, api: Api) -> Data:
    content = _matching(_contents(file, operation), file.template.media_type)
    if content is None:
        return ""
    value = sample_content(content, api.schemas)
    match media_kind(content.media_type):
        case "json":
            return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else value
        case "form" if isinstance(value, dict):
            return urlencode({name: _word(member) for name, member in value.items()})
        case _:
            return value if isinstance(value, str) else ""


def _contents(file: TemplateFile, operation: Operation) -> tuple[Content, ...]:
    if file.role == "request":
        return operation.body.content if operation.body is not None else ()
    status = str(file.response.status) if file.response is not None and file.response.status is not None else ""
    by_status = {response.status: response.content for response in operation.responses}
    return by_status.get(status, by_status.get("default", ()))


def _matching(contents: Iterable[Content], media_type: str) -> Content | None:
    """Returns the content of a media type, else that which is JSON, else the first."""
    listed = list(contents)
    named = [one for one in listed if one.media_type.lower() == media_type.lower()]
    return next(iter([*named, *(one for one in listed if media_kind(one.media_type) == "json"), *listed]), None)


def _context(file: TemplateFile) -> dict[str, object]:
    context: dict[str, object] = {
        "stage": STAGE,
        "requestId": REQUEST_ID,
        **MOMENT,
        "identity": {"sourceIp": SOURCE_IP},
    }
    if file.method is not None:
        context["resourcePath"] = file.method.path
    if file.role == "gateway-response":
        error = {"message": ERROR, "messageString": json.dumps(ERROR), "responseType": file.key}
        context["error"] = error
    return context


def _stage_variables(template: str) -> list[str]:
    found = {
        reference.path[0].name
        for reference in references(parse(template).ast)
        if reference.name == "stageVariables" and reference.path and isinstance(reference.path[0], ast.Property)
    }
    return sorted(found)
