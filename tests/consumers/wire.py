"""Wire tests of generated clients: what arrives at a live server, judged by openapi-core, and what comes back.

python -m tests.consumers.wire [--count 40] [--seed N] [FILE...]

For every operation of each document a request is made of samples, by the generated method; openapi-core, which has its
own reading of OpenAPI, takes the request that arrived apart again, and what it finds has to be what was given. The
server answers with a sample of the documented response; encoded again, the result has to be that sample.
"""

from __future__ import annotations

import argparse
import base64
import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from bench.clients import draw
from specforge.clients.bodies import concrete_media_type, media_kind
from specforge.clients.naming import split_words
from specforge.clients.python.calls import Argument, Call, CallGroup, describe_calls
from specforge.clients.python.naming import snake
from specforge.clients.sampling import sample, sample_content, sample_parameter
from specforge.diagnostics import Report
from specforge.ir import AllOf, Api, Array, Data, Named, Object, OneOf, Schema
from tests.consumers.generated import emit, imported, put
from tests.consumers.server import Answer, LiveServer, live_server
from tests.consumers.test_python_types import api_of
from tests.consumers.wire_judge import plain
from tests.required import ROOT

JUDGE = ROOT / ".venvs/openapi-core/bin/python"
PLACES = ("path", "query", "header", "cookie")


class Made(NamedTuple):
    """A call as it was made: its arguments by location, as plain data, and what Python was given."""

    given: dict[str, Any]
    positional: list[Any]
    named: dict[str, Any]


class Outcome(NamedTuple):
    """What became of one operation: `verdict` is `right`, `wrong` or `unjudged`, with the reason."""

    operation: str
    verdict: str
    why: str = ""


def main() -> None:
    """Prints what is wrong, and the sums."""
    parser = argparse.ArgumentParser(prog="python -m tests.consumers.wire", description=__doc__)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args()
    sums: Counter[str] = Counter()
    for path in arguments.files or draw(arguments.count, arguments.seed):
        outcomes = list(outcomes_of(path))
        sums.update(outcome.verdict for outcome in outcomes)
        for outcome in outcomes:
            if outcome.verdict != "right":
                print(f"{path.name}: {outcome.operation}: {outcome.verdict}: {outcome.why}"[:1500])
    print(f"seed {arguments.seed}: {dict(sums)}")


def outcomes_of(path: Path) -> Iterator[Outcome]:
    """Yields the outcome of every operation of a document."""
    api = api_of(path)
    package = snake(("wire", *split_words(path.stem)), "wire")
    with tempfile.TemporaryDirectory() as folder, live_server() as server:
        project = put(emit(api, package), Path(folder))
        with imported(project, package) as client:
            cases = list(_cases(api, client, server))
        document = json.loads(path.read_text(encoding="utf-8")) | {"servers": [{"url": server.url}]}
        yield from _judged(document, cases)


def _cases(api: Api, client: ModuleType, server: LiveServer) -> Iterator[dict[str, Any]]:
    python = describe_calls(api, Report())
    for group in python.groups:
        for call in group.calls:
            yield _case(call, group, api, client, server)


def _case(call: Call, group: CallGroup, api: Api, client: ModuleType, server: LiveServer) -> dict[str, Any]:
    name = f"{call.operation.method} {call.operation.path}"
    made = _made(call, api, client)
    answered, expected = _answer(call, api)
    server.asked.clear()
    server.answers[:] = [answered]
    try:
        with client.Client(server.url, retries=client.NO_RETRIES) as waiting:
            result = getattr(getattr(waiting, group.attribute), call.name)(*made.positional, **made.named)
            result = [each.data if call.stream == "events" else each for each in result] if call.stream else result
    except Exception as error:  # noqa: BLE001  # whatever goes wrong is a verdict
        return {"operation": name, "failed": f"{type(error).__name__}: {error}"}
    returned = import_module(f"{client.__name__}._runtime.codec").encode(result) if not call.raw else None
    back = (
        "" if call.raw or call.stream or same(returned, expected) else f"came back as {returned!r}, sent {expected!r}"
    )
    asked = server.asked[0]
    return {
        "operation": name,
        "method": asked.method.lower(),
        "pattern": call.operation.path,
        "key": call.operation.method.lower(),
        "target": asked.target,
        "headers": asked.headers,
        "body": base64.b64encode(asked.body).decode(),
        "given": made.given,
        "back": back[:200],
    }


def _made(call: Call, api: Api, client: ModuleType) -> Made:
    codec = import_module(f"{client.__name__}._runtime.codec").codec_of(client.models)
    made = Made({place: {} for place in PLACES}, [], {})
    for argument in call.arguments:
        value = _sampled(argument, call, api)
        if argument.location in PLACES and value is not None:
            made.given[argument.location][argument.wire] = value
        if argument.location == "body":
            schema = call.content.schema if call.content is not None else None
            made.given["body"] = as_sent(schema, value, api.schemas)
        typed = value if isinstance(value, bytes) else codec.decode(argument.type.text, value)
        if argument.required and argument.location in ("method", "path", "body"):
            made.positional.append(typed)
        elif value is not None:
            made.named[argument.name] = typed
    if isinstance(made.given.get("body"), bytes):
        made.given["body"] = None
    return made


def as_sent(schema: Schema | None, value: Any, schemas: Mapping[str, Schema]) -> Any:
    """Returns a value without what only the server sets."""
    match schema:
        case Named(name=name) if name in schemas:
            return as_sent(schemas[name], value, schemas)
        case AllOf(members=members) | OneOf(members=members):
            for member in members:
                value = as_sent(member, value, schemas)
            return value
        case Array(items=items) if isinstance(value, list):
            return [as_sent(items, item, schemas) for item in value]
        case Object(properties=properties) if isinstance(value, dict):
            known = {prop.name: prop.schema for prop in properties}
            return {
                name: as_sent(known.get(name), item, schemas)
                for name, item in value.items()
                if name not in known or not known[name].annotations.read_only
            }
        case _:
            return value


def _sampled(argument: Argument, call: Call, api: Api) -> Any:
    if argument.location == "method":
        return "GET"
    if argument.location == "any-query":
        return None
    if argument.source is not None:
        return sample_parameter(argument.source, api.schemas)
    if argument.location != "body" or call.content is None:
        return b"sample" if argument.location == "body" else "sample"
    kind = media_kind(call.content.media_type)
    value = sample_content(call.content, api.schemas)
    if kind == "binary":
        return b"sample"
    return value if kind != "text" or isinstance(value, str) else "sample"


def _answer(call: Call, api: Api) -> tuple[Answer, Data]:
    """Returns what the server answers, and what the client should make of it."""
    for response in call.operation.responses:
        if response.status[:1] != "2" and response.status != "default":
            continue
        status = int(response.status) if response.status.isdigit() else 200
        content = next((one for one in response.content if media_kind(one.media_type) == "json"), None)
        if content is not None and content.schema is not None:
            value = sample(content.schema, api.schemas)
            return Answer(status, json.dumps(value).encode(), concrete_media_type(content.media_type)), value
        return Answer(status if not response.content else 204), None
    return Answer(204), None


def same(returned: Any, expected: Any) -> bool:
    """Tells whether two values are the same JSON, dates and numbers read as such."""
    return bool(plain(returned) == plain(expected)) or (expected in ({}, [], "", None) and not returned)


def _judged(document: Any, cases: list[dict[str, Any]]) -> Iterator[Outcome]:
    """Yields the verdict of openapi-core on each request, and ours on each result."""
    asked = json.dumps({"document": document, "cases": cases}).encode()
    script = str(Path(__file__).with_name("wire_judge.py"))
    done = subprocess.run([str(JUDGE), script], input=asked, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr.decode()[-2000:])
    for case, (verdict, why) in zip(cases, json.loads(done.stdout), strict=True):
        if case.get("back"):
            yield Outcome(case["operation"], "wrong", case["back"])
        else:
            yield Outcome(case["operation"], verdict, why)


if __name__ == "__main__":
    main()
