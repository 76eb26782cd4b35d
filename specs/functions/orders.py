"""The two functions of the orders example that specforge deploys itself: enough to answer, not a shop."""

from __future__ import annotations

import json

Answer = dict[str, object]

ORIGIN = "https://shop.example.com"


def create(event: dict[str, object], context: object) -> Answer:
    """Takes an order; the Lambda proxy integration has the whole request in `event`."""
    order = json.loads(str(event["body"]))
    taken = {
        "orderId": "o-1001",
        "status": "placed",
        "createdAt": "2026-03-01T09:30:00Z",
        "lines": order["lines"],
        "total": {"amount": 5800, "currency": "EUR"},
        "shipTo": order["shipTo"],
    }
    return answer(201, taken, {"Location": "/orders/o-1001"})


def list_page(event: dict[str, object], context: object) -> Answer:
    """Lists the caller's orders; this shop has none yet."""
    return answer(200, {"items": []}, {})


def answer(status: int, body: object, headers: dict[str, str]) -> Answer:
    """What a Lambda proxy integration must return; with it the backend, not the gateway, owes the CORS header."""
    return {
        "statusCode": status,
        "headers": {"Access-Control-Allow-Origin": ORIGIN, **headers},
        "body": json.dumps(body),
    }
