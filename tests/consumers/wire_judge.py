"""Takes requests apart with openapi-core and says whether they are what was given; runs in openapi-core's venv.

Standard input: the document, and the cases as `wire.py` made them. Standard output: a pair of verdict and reason each.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import sys
import warnings
from importlib import import_module
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from uuid import UUID


def main() -> None:
    """Reads all cases and writes all verdicts."""
    warnings.simplefilter("ignore")
    given = json.load(sys.stdin)
    json.dump([verdict(given["document"], case) for case in given["cases"]], sys.stdout)


def alone(document: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """Returns the document with the one operation of a case, without security and other servers.

    openapi-core finds no path with a fragment, nor the right one of two that differ in their fragments only.
    """
    item = document["paths"][case["pattern"]]
    kept = {key: value for key, value in item.items() if key in ("parameters", case["key"])}
    operation = {key: value for key, value in kept[case["key"]].items() if key not in ("security", "servers")}
    path = case["pattern"].partition("#")[0]
    rest = {key: value for key, value in document.items() if key not in ("paths", "security")}
    return {**rest, "paths": {path: {**kept, case["key"]: operation}}}


def verdict(document: dict[str, Any], case: dict[str, Any]) -> tuple[str, str]:
    """Returns right, wrong or unjudged, with the reason."""
    core = import_module("openapi_core")
    if "failed" in case:
        return "wrong", case["failed"]
    if case["key"] not in document["paths"][case["pattern"]]:
        return "unjudged", "openapi-core knows no method of AWS's"
    openapi = core.OpenAPI.from_dict(alone(document, case), config=core.Config(spec_validator_cls=None))
    try:
        found = openapi.unmarshal_request(request_of(case, document["servers"][0]["url"]))
    except Exception as error:  # noqa: BLE001  # whatever it cannot take apart it does not judge
        return "unjudged", f"{type(error).__name__}: {error}"
    for fault in found.errors:
        return "refused", f"{type(fault).__name__}: {fault} {fault.__cause__ or ''}"
    if case["headers"].get("Content-Type", "").partition(";")[0].endswith("json"):
        found.body = json.loads(base64.b64decode(case["body"]))  # without the defaults that it fills in
    found.parameters.path = {name: decoded(value) for name, value in found.parameters.path.items()}
    return compared(found, case["given"])


def decoded(value: Any) -> Any:
    """Returns a path parameter as a server sees it: openapi-core leaves the encoding to the framework."""
    return unquote(value) if isinstance(value, str) else value


def compared(found: Any, given: dict[str, Any]) -> tuple[str, str]:
    """Returns whether what was found is what was given."""
    for place in ("path", "query", "header", "cookie"):
        values = {name.lower(): value for name, value in getattr(found.parameters, place).items()}
        for name, value in given[place].items():
            if plain(values.get(name.lower())) != plain(value):
                return "wrong", f"{place} {name}: arrived {values.get(name.lower())!r}, given {value!r}"
    body = given.get("body")
    if body is not None and plain(found.body) != plain(body):
        return "wrong", f"body: arrived {found.body!r}, given {body!r}"
    return "right", ""


def request_of(case: dict[str, Any], url: str) -> Any:
    """Returns the request as openapi-core takes it."""
    parameters_of = import_module("openapi_core.datatypes").RequestParameters
    structures = import_module("werkzeug.datastructures")
    parts = urlsplit(case["target"])
    headers = case["headers"]

    class Request:
        host_url = url
        path = parts.path
        method = case["method"]
        body = base64.b64decode(case["body"]) or None
        content_type = headers.get("Content-Type", "")
        parameters = parameters_of(
            query=structures.ImmutableMultiDict(parse_qsl(parts.query, keep_blank_values=True)),
            header=structures.Headers(headers),
            cookie=structures.ImmutableMultiDict(cookies(headers.get("Cookie", ""))),
        )

    return Request()


def cookies(text: str) -> list[tuple[str, str]]:
    """Returns the cookies of a header."""
    pairs = (part.strip().partition("=") for part in text.split(";") if part.strip())
    return [(name, value) for name, _, value in pairs]


def plain(value: Any) -> Any:
    """Returns a value in a form in which two of the same meaning are equal."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dt.datetime | dt.date | UUID):
        return moment(str(value))
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return str(float(value))
    return moment(value) if isinstance(value, str) else repr(value)


def moment(text: str) -> str:
    """Returns a date, a time or a number in one spelling; any other text as it is.

    A sample of a parameter may be a text where its schema wants a number: on the wire they are one.
    """
    for read in (float, dt.datetime.fromisoformat):
        try:
            return str(read(text))
        except ValueError:
            continue
    return text


if __name__ == "__main__":
    main()
