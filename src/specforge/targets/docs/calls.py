"""How an operation is called: the request as text, with curl and as HTTP."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from shlex import quote as quote_for_shell
from typing import NamedTuple
from urllib.parse import quote, urlencode

from specforge.clients.bodies import choose_content, concrete_media_type, media_kind
from specforge.clients.outcomes import successes
from specforge.clients.sampling import sample_parameter
from specforge.ir import Content, Data, Operation, Schema
from specforge.targets.docs.credentials import Credentials
from specforge.targets.docs.examples import as_form, as_json, as_word, sample_within
from specforge.targets.docs.prose import clean

PLACEHOLDER_URL = "https://api.example.com"
LONG_BODY = 4_000
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_SET_BY_GATEWAY = ("accept", "authorization", "content-type")


class Call(NamedTuple):
    """A request: `url` without the base, headers in order, the body as text or as curl's options."""

    method: str
    base_url: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: str | None
    body_options: tuple[str, ...]
    credentials: Credentials


def call_of(
    operation: Operation, schemas: Mapping[str, Schema], *, base_url: str | None, credentials: Credentials
) -> Call:
    """Returns the shortest call of an operation: what is required, with example values."""
    content = choose_content(operation.body.content) if operation.body is not None else None
    body, options = _body(content, schemas)
    headers = [*_accept(operation), *credentials.headers, *_required_headers(operation, schemas)]
    if content is not None and media_kind(content.media_type) != "multipart":
        headers.append(("Content-Type", concrete_media_type(content.media_type)))
    return Call(
        method="GET" if operation.method == "ANY" else operation.method,
        base_url=(base_url or PLACEHOLDER_URL).rstrip("/"),
        target=_target(operation, schemas, credentials),
        headers=tuple((name, _one_line(value)) for name, value in headers if _NAME.fullmatch(name)),
        body=body,
        body_options=options,
        credentials=credentials,
    )


def as_curl(call: Call) -> str:
    """Returns a shell command in which every text of the document is quoted."""
    lines = [f"curl {_request(call)}{quote_for_shell(call.base_url + call.target)}", *call.credentials.curl_options]
    lines += [f"--header {quote_for_shell(f'{name}: {value}')}" for name, value in call.headers]
    lines += call.body_options
    return " \\\n  ".join(lines)


def _request(call: Call) -> str:
    """Returns the option for the method: curl itself sends GET, or POST when there is a body."""
    if call.method == "HEAD":
        return "--head "
    return "" if call.method == "GET" and not call.body_options else f"--request {quote_for_shell(call.method)} "


def as_http(call: Call) -> str:
    """Returns the request as it goes over the wire."""
    host, _, path = call.base_url.partition("://")[2].partition("/")
    prefix = f"/{path}" if path else ""
    lines = [f"{call.method} {prefix}{call.target} HTTP/1.1", f"Host: {host}"]
    lines += [f"{name}: {value}" for name, value in (*call.headers, *call.credentials.http_headers)]
    return "\n".join([*lines, "", call.body] if call.body is not None else lines)


def _target(operation: Operation, schemas: Mapping[str, Schema], credentials: Credentials) -> str:
    values = {each.name: sample_parameter(each, schemas) for each in operation.parameters_in("path")}

    def filled(match: re.Match[str]) -> str:
        name = match[1].rstrip("+")
        return quote(clean(as_word(values.get(name, name))) or name, safe="")

    path = "/" if operation.path.startswith("$") else operation.path
    path = quote(clean(_VARIABLE.sub(filled, path)), safe="/%:@!$&'()*+,;=~")
    query: list[tuple[str, str]] = []
    for each in operation.parameters_in("query"):
        if each.required:
            query += _pairs(each.name, sample_parameter(each, schemas))
    query += credentials.query
    return path + ("?" + urlencode([(clean(n), clean(v)) for n, v in query], quote_via=quote) if query else "")


def _pairs(name: str, value: Data) -> list[tuple[str, str]]:
    return [(name, as_word(each)) for each in (value if isinstance(value, list) else [value])]


def _required_headers(operation: Operation, schemas: Mapping[str, Schema]) -> Sequence[tuple[str, str]]:
    headers = [
        (each.name, as_word(sample_parameter(each, schemas)))
        for each in operation.parameters_in("header")
        if each.required and each.name.lower() not in _SET_BY_GATEWAY
    ]
    cookies = [
        f"{each.name}={quote(as_word(sample_parameter(each, schemas)))}"
        for each in operation.parameters_in("cookie")
        if each.required
    ]
    return [*headers, ("Cookie", "; ".join(cookies))] if cookies else headers


def _accept(operation: Operation) -> Sequence[tuple[str, str]]:
    content = next((outcome.content for outcome in successes(operation)), None)
    if content is None or media_kind(content.media_type) == "json":
        return ()
    return (("Accept", content.media_type),)


def _body(content: Content | None, schemas: Mapping[str, Schema]) -> tuple[str | None, tuple[str, ...]]:
    if content is None:
        return None, ()
    given = next((each.value for each in content.examples if each.external is None), None)
    value = given if given is not None else sample_within(content, schemas)
    kind = media_kind(content.media_type)
    if kind == "multipart" and isinstance(value, dict):
        # curl reads a file for a value that begins with @, but for a --form-string
        parts = tuple(
            f"--form-string {quote_for_shell(_one_line(f'{name}={as_word(v)}'))}" for name, v in value.items()
        )
        return None, parts
    if kind == "binary":
        return None, ("--data-binary @file",)
    text = clean(_text(value, kind))
    if not text:
        return None, ()
    if len(text) > LONG_BODY:
        return None, ("--data-binary @body",)
    return text, (f"--data-raw {quote_for_shell(text)}",)


def _text(value: Data, kind: str) -> str:
    if kind == "form" and isinstance(value, dict):
        return as_form(value)
    if isinstance(value, str) and (kind != "json" or value.lstrip()[:1] in ("{", "[")):
        return value
    return as_json(value)


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
