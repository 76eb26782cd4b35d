"""S3's judgement of a posted form, as far as signed forms go: moto takes every form, whatever its policy says.

Source: the API reference of S3, "Creating a POST policy" and "Authenticating requests in browser-based uploads".
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

# Fields that a policy need not name.
FREE = {"file", "policy", "x-amz-signature"}


def refusals(
    fields: Mapping[str, str], *, bucket: str, size: int, now: datetime, credentials: Credentials
) -> list[str]:
    """Returns why S3 refuses a form with a file of a size at a time; nothing when it takes it."""
    given = {name.lower(): value for name, value in fields.items()}
    policy = json.loads(base64.b64decode(given["policy"]))
    found = [] if given["x-amz-signature"] == _signature(given, credentials) else ["SignatureDoesNotMatch"]
    if now > datetime.fromisoformat(policy["expiration"]):
        found.append("AccessDenied: expired")
    return [*found, *_broken(policy["conditions"], {**given, "bucket": bucket}, size)]


def _broken(conditions: list[Any], given: Mapping[str, str], size: int) -> Iterator[str]:
    named = set()
    for condition in conditions:
        if isinstance(condition, dict):
            ((name, wanted),) = condition.items()
            operator, name = "eq", "$" + name
        else:
            operator, name, wanted = condition
        if operator == "content-length-range":
            if not name <= size <= wanted:
                yield "EntityTooLarge" if size > wanted else "EntityTooSmall"
            continue
        field = name.removeprefix("$").lower()
        named.add(field)
        value = given.get(field, "")
        if not (value.startswith(wanted) if operator == "starts-with" else value == wanted):
            yield f"AccessDenied: {field}"
    yield from (f"AccessDenied: extra {name}" for name in sorted(set(given) - named - FREE - {"bucket"}))


def _signature(given: Mapping[str, str], credentials: Credentials) -> str:
    """Returns the signature that the policy must have."""
    _, _, region, service, _ = given["x-amz-credential"].split("/")
    request = AWSRequest()
    request.context["timestamp"] = given["x-amz-date"]
    signature: str = SigV4Auth(credentials, service, region).signature(given["policy"], request)
    return signature
