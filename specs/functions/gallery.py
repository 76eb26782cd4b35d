"""The two functions of the uploads example that specforge deploys itself: enough to answer, not a gallery."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Answer = dict[str, object]

ORIGINS = ("https://shop.example.com", "https://desk.shop.example.com")


def list_photos(event: Mapping[str, Any], context: object) -> Answer:
    """Lists the customer's photographs; this gallery has none yet."""
    return answer(event, 200, json.dumps([]))


def delete_photo(event: Mapping[str, Any], context: object) -> Answer:
    """Takes a photograph down."""
    return answer(event, 204, "")


def answer(event: Mapping[str, Any], status: int, body: str) -> Answer:
    """What a Lambda proxy integration must return; with it the backend, not the gateway, owes the CORS headers."""
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    origin = headers.get("origin")
    return {
        "statusCode": status,
        "headers": {"Access-Control-Allow-Origin": origin if origin in ORIGINS else ORIGINS[0], "Vary": "Origin"},
        "body": body,
    }
