"""What both signing functions share: the client of S3, the key of the object, the answer to the caller.

The configuration comes as environment variables: BUCKET (a name or an ARN), KEY (a path with `{name}` for the path
parameter of that name), EXPIRES (seconds), and where the API itself adds no CORS headers CORS_ORIGINS (separated by
spaces) and CORS_CREDENTIALS.
"""

from __future__ import annotations

import json
import os
import re
import uuid
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

import boto3  # type: ignore[import-untyped]  # it brings no types
from botocore.config import Config  # type: ignore[import-untyped]  # as above

Event = Mapping[str, Any]
Reply = dict[str, Any]

_SEGMENT = re.compile(r"(?!\.{1,2}\Z)[A-Za-z0-9._~@+=-]{1,200}")
_VARIABLE = re.compile(r"\{([^{}]+)\}")
_LONGEST_KEY = 1024


class RefusedError(Exception):
    """The caller asked for something that cannot be; the message is for them."""


@cache
def client() -> Any:
    """Returns the client of S3: signature version 4, and the bucket's own host in its Region."""
    config = Config(signature_version="s3v4", s3={"addressing_style": "virtual"})
    return boto3.client("s3", config=config)


def bucket() -> str:
    """Returns the name of the bucket."""
    return os.environ["BUCKET"].rpartition(":")[2]


def expires() -> int:
    """Returns for how many seconds a signature is good."""
    return int(os.environ["EXPIRES"])


def object_key(event: Event) -> str:
    """Returns the key of the object that a call is about; raises RefusedError when a path parameter may not be in it.

    A value is letters, digits and `._~@+=-`, so that it neither leaves its place in the key nor means something to S3.
    """
    values = event.get("pathParameters") or {}

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name == "uuid" and name not in values:
            return str(uuid.uuid4())
        return _clean(name, str(values.get(name, "")))

    key = _VARIABLE.sub(value, os.environ["KEY"])
    if len(key.encode()) > _LONGEST_KEY:
        raise RefusedError("the path is too long")
    return key


def _clean(name: str, value: str) -> str:
    """Returns a path parameter, decoded; a greedy one holds several segments."""
    segments = unquote(value).split("/")
    if not all(_SEGMENT.fullmatch(segment) for segment in segments):
        raise RefusedError(f"{name} may hold letters, digits and ._~@+=- only")
    return "/".join(segments)


def answered(event: Event, work: Callable[[Event], Reply]) -> Reply:
    """Returns the answer of some work, or of its refusal, with the CORS headers of the caller."""
    try:
        reply = work(event)
    except RefusedError as refused:
        reply = body_reply(400, {"message": str(refused)})
    reply["headers"] = {**reply["headers"], "Cache-Control": "no-store", **_cors(event)}
    return reply


def body_reply(status: int, body: Mapping[str, Any]) -> Reply:
    """Returns an answer with a body in JSON."""
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def _cors(event: Event) -> dict[str, str]:
    allowed = os.environ.get("CORS_ORIGINS", "").split()
    if not allowed:
        return {}
    if allowed == ["*"]:
        return {"Access-Control-Allow-Origin": "*"}
    given = {name.lower(): value for name, value in (event.get("headers") or {}).items()}.get("origin")
    headers = {"Access-Control-Allow-Origin": given if given in allowed else allowed[0], "Vary": "Origin"}
    if os.environ.get("CORS_CREDENTIALS") == "true":
        headers["Access-Control-Allow-Credentials"] = "true"
    return headers
