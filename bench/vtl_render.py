"""Times one engine over the templates of bench/templates; prints JSON. Runs in the engine's own environment.

    python bench/vtl_render.py specforge|airspeed-ext SECONDS

Each render gets a context of its own and reads the body anew, as in a gateway. CPU time, best of several rounds.
"""

from __future__ import annotations

import base64
import copy
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote_plus

TEMPLATES = Path(__file__).parent / "templates"
BODIES = {
    "dynamodb_put_item": {
        "customer": {"name": 'Zoë "the lion" O\'Hara', "email": "zoe@example.com"}, "total": 129.95, "paid": True,
    },
    "dynamodb_query": {
        "Count": 25,
        "Items": [
            {
                "id": {"S": f"id-{n}"}, "name": {"S": f"Article no. {n} / blue"}, "price": {"N": f"{n}.50"},
                "tags": {"L": [{"S": "new"}, {"S": "sale"}]},
            }
            for n in range(25)
        ],
        "LastEvaluatedKey": {"id": {"S": "id-24"}},
    },
    "passthrough": {"name": "Zoë", "items": [1, 2, {"x": None}]},
    "sqs_send_message": {"event": "order created", "id": 17, "lines": ["a&b", "c=d"]},
    "start_execution": {"id": 17, "note": "it's 5 o'clock", "lines": [{"sku": "A/1", "count": 2}]},
    "invoice": {
        "number": "2026-17", "currency": "EUR", "customer": "Zoë & Söhne", "city": "Wien", "discount": 5,
        "details": {"due": "2026-12-24", "street": "Ring 1", "vat": "ATU1"},
        "lines": [{"article": f"Article {n}", "quantity": n, "price": 10, "discount": n} for n in range(1, 6)],
        "parts": {"header": {"active": True, "title": "Dear 'customer'", "rank": 1, "items": ["a", "b"]},
                  "footer": {"active": False}, "legal": {"active": True, "title": "§ 1", "rank": 2, "items": ["c"]}},
    },
}  # fmt: skip
PARAMS = {
    "path": {"id": "17"}, "querystring": {"page": "2", "q": "a b"},
    "header": {"Accept": "*/*", "Host": "api.example.com", "User-Agent": "curl/8", "X-Forwarded-For": "10.0.0.1",
               "group": "g1"},
}  # fmt: skip
CONTEXT = {
    "accountId": "123456789012", "apiId": "a1b2c3", "stage": "prod", "httpMethod": "POST", "resourcePath": "/orders",
    "resourceId": "r1", "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
    "requestTime": "24/Nov/2026:16:00:00 +0000",
    "requestTimeEpoch": 1795536000000, "path": "/prod/orders", "protocol": "HTTP/1.1", "domainName": "api.example.com",
    "identity": {"sourceIp": "10.0.0.1", "userAgent": "curl/8", "user": "", "userArn": "", "apiKey": "", "caller": ""},
    "authorizer": {"principalId": "me"}, "requestOverride": {"header": {}, "path": {}, "querystring": {}},
    "responseOverride": {"header": {}},
}  # fmt: skip
STAGE_VARIABLES = {"table": "orders", "machine": "fulfil", "url": "https://example.com"}


class Input:
    """Is `$input` for a peer: as little as its templates need."""

    def __init__(self, body: str) -> None:
        self.body = body
        self._document = json.loads(body)

    def path(self, path: str) -> object:
        """Returns the value at a path of names."""
        value = self._document
        for name in path.split(".")[1:]:
            value = value.get(name)
        return value

    def json(self, path: str) -> str:
        """Returns the value at a path as JSON."""
        return json.dumps(self.path(path), separators=(",", ":"), ensure_ascii=False)

    def params(self, name: str | None = None) -> object:
        """Returns the parameters, or one of them."""
        if name is None:
            return PARAMS
        return next((group[name] for group in PARAMS.values() if name in group), "")


class Util:
    """Is `$util` for a peer."""

    escapes = str.maketrans({"'": "\\'", '"': '\\"', "\\": "\\\\", "/": "\\/", "\n": "\\n"})

    def escapeJavaScript(self, value: object) -> str:  # noqa: N802  # as AWS calls it
        """Escapes a text."""
        return str(value).translate(self.escapes)

    def urlEncode(self, value: str) -> str:  # noqa: N802  # as AWS calls it
        """Encodes a text for a form."""
        return quote_plus(value)

    def base64Encode(self, value: str) -> str:  # noqa: N802  # as AWS calls it
        """Encodes a text."""
        return base64.b64encode(value.encode()).decode()


Engine = tuple[Callable[[str], object], Callable[[object, str], str]]


def ours() -> Engine:
    """Returns how specforge compiles and renders."""
    from specforge.vtl.evaluate import Context, Template, compile_

    def render(template: object, body: str) -> str:
        assert isinstance(template, Template)
        return template.render(Context(body, PARAMS, CONTEXT, STAGE_VARIABLES)).output

    return compile_, render


def airspeed_ext() -> Engine:
    """Returns how airspeed-ext parses and renders."""
    import airspeed  # type: ignore[import-not-found]

    def parse(text: str) -> object:
        template = airspeed.Template(text)
        template.ensure_compiled()
        return template

    def render(template: object, body: str) -> str:
        names = {
            "input": Input(body), "util": Util(), "context": copy.deepcopy(CONTEXT),
            "stageVariables": dict(STAGE_VARIABLES),
        }  # fmt: skip
        return str(template.merge(names))  # type: ignore[attr-defined]  # airspeed has no types

    return parse, render


def least(action: Callable[[], object], seconds: float) -> float:
    """Returns the least CPU time of one call, in microseconds."""
    begin = time.process_time()
    action()
    once = max(time.process_time() - begin, 1e-6)
    count = max(1, int(seconds / 8 / once))
    best = float("inf")
    for _ in range(7):
        begin = time.process_time()
        for _ in range(count):
            action()
        best = min(best, (time.process_time() - begin) / count)
    return round(best * 1e6, 2)


def main() -> None:
    """Measures."""
    compile_, render = {"specforge": ours, "airspeed-ext": airspeed_ext}[sys.argv[1]]()
    seconds = float(sys.argv[2])
    found = {}
    for name, data in BODIES.items():
        text = (TEMPLATES / f"{name}.vtl").read_text(encoding="utf-8")
        body = json.dumps(data)
        template = compile_(text)
        found[name] = {
            "render_us": least(lambda template=template, body=body: render(template, body), seconds),  # type: ignore[misc]
            "compile_us": least(lambda text=text: compile_(text), seconds),  # type: ignore[misc]
            "output": render(template, body),
        }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
