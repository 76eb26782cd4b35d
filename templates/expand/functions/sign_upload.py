"""Answers a caller with a form that S3 takes: what the caller then posts with a file becomes an object.

S3 refuses what the form does not allow: another key, another media type, a file larger than MAX_BYTES, and everything
after EXPIRES seconds. CONTENT_TYPES are the media types that may be uploaded, separated by spaces, `image/*` for a
family; without them any. STATUS is that of the answer.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import re
from datetime import UTC, datetime, timedelta

from signing import Event, RefusedError, Reply, answered, body_reply, bucket, client, expires, object_key

_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}")
_ANY = "application/octet-stream"


def handler(event: Event, _context: object) -> Reply:
    """Answers a call of API Gateway, in either form of its events."""
    return answered(event, _sign)


def _sign(event: Event) -> Reply:
    key, content_type = object_key(event), _content_type(event)
    signed = client().generate_presigned_post(
        Bucket=bucket(),
        Key=key,
        Fields={"Content-Type": content_type},
        Conditions=[{"Content-Type": content_type}, ["content-length-range", 0, int(os.environ["MAX_BYTES"])]],
        ExpiresIn=expires(),
    )
    until = datetime.now(UTC) + timedelta(seconds=expires())
    body = {
        "url": signed["url"],
        "fields": signed["fields"],
        "key": key,
        "expiresAt": until.isoformat(timespec="seconds").replace("+00:00", "Z"),
    }
    return body_reply(int(os.environ.get("STATUS", "200")), body)


def _content_type(event: Event) -> str:
    """Returns the media type that the caller wants to upload; raises RefusedError when it is not allowed."""
    allowed = os.environ.get("CONTENT_TYPES", "").split()
    asked = _asked(event)
    if asked is None:
        if len(allowed) == 1 and not allowed[0].endswith("/*"):
            return allowed[0]
        if not allowed:
            return _ANY
        raise RefusedError(f"contentType is missing; it must be {' or '.join(allowed)}")
    if not _MEDIA_TYPE.fullmatch(asked) or (allowed and not any(_is_of(asked.lower(), one) for one in allowed)):
        raise RefusedError(f"contentType must be {' or '.join(allowed) or 'a media type'}")
    return asked


def _is_of(media_type: str, allowed: str) -> bool:
    return media_type == allowed.lower() or (allowed.endswith("/*") and media_type.startswith(allowed[:-1].lower()))


def _asked(event: Event) -> str | None:
    """Returns `contentType` of the JSON body."""
    text = event.get("body") or "{}"
    is_encoded = event.get("isBase64Encoded") and event.get("body")
    try:
        body = json.loads(base64.b64decode(text, validate=True) if is_encoded else text)
    except (ValueError, binascii.Error):
        raise RefusedError("the body must be JSON") from None
    if not isinstance(body, dict):
        raise RefusedError("the body must be an object")
    asked = body.get("contentType")
    if asked is not None and not isinstance(asked, str):
        raise RefusedError("contentType must be a text")
    return asked
