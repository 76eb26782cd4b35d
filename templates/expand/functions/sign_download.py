"""Sends a caller on to an object in S3, by an address that is good for EXPIRES seconds.

ATTACHMENT is `true` where browsers are to save the object instead of showing it.
"""

from __future__ import annotations

import os

from signing import Event, Reply, answered, bucket, client, expires, object_key


def handler(event: Event, _context: object) -> Reply:
    """Answers a call of API Gateway, in either form of its events."""
    return answered(event, _sign)


def _sign(event: Event) -> Reply:
    wanted = {"Bucket": bucket(), "Key": object_key(event)}
    if os.environ.get("ATTACHMENT") == "true":
        wanted["ResponseContentDisposition"] = "attachment"
    address = client().generate_presigned_url("get_object", Params=wanted, ExpiresIn=expires())
    return {"statusCode": 302, "headers": {"Location": address}, "body": ""}
