"""What an API needs beside itself, because a short form stands for it: functions, roles, buckets.

`expand` puts them on `Api.needs`, `infrastructure` plans them, the targets spell them. Each need has a name that is
its own in the API; whatever refers to one (the `uri` or `credentials` of an integration, a template, an environment
variable, the resource of another need's statement) holds a `Deferred` of the tool `need`, made by `need_text`.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.diagnostics import Origin
from specforge.source import Data, Deferred, Text


class Grant(msgspec.Struct, frozen=True, kw_only=True):
    """One Allow statement of a role: what may be done with what; `condition` as IAM has it."""

    actions: tuple[str, ...]
    resources: tuple[Text, ...]
    condition: Mapping[str, Data] = {}


class CodeFile(msgspec.Struct, frozen=True, kw_only=True):
    """A source file of a function, by its path inside the package."""

    path: str
    content: str


class NeededRole(msgspec.Struct, frozen=True, kw_only=True):
    """A role that a service takes on, usually API Gateway for the `credentials` of an integration.

    `service` is the principal, such as apigateway.amazonaws.com. References: `need_text(name, "arn")`.
    """

    name: str
    service: str = "apigateway.amazonaws.com"
    grants: tuple[Grant, ...] = ()
    origin: Origin


class NeededFunction(msgspec.Struct, frozen=True, kw_only=True):
    """A Lambda function whose code we bring; its role may write its logs and what `grants` say, nothing else.

    References: `need_text(name, "arn")`, the ARN of the function. API Gateway's permission to call it follows from
    the integrations that hold that reference, as for any other function.
    """

    name: str
    files: tuple[CodeFile, ...]
    handler: str
    runtime: str = "python3.13"
    timeout_s: int = 10
    memory_mb: int = 256
    environment: Mapping[str, Text] = {}
    grants: tuple[Grant, ...] = ()
    origin: Origin


class BucketCors(msgspec.Struct, frozen=True, kw_only=True):
    """A CORS rule of a bucket: which pages may send which methods; `max_age_s` in seconds."""

    origins: tuple[str, ...]
    methods: tuple[str, ...]
    headers: tuple[str, ...] = ("*",)
    expose_headers: tuple[str, ...] = ("ETag",)
    max_age_s: int | None = None


class NeededBucket(msgspec.Struct, frozen=True, kw_only=True):
    """An S3 bucket to create: encrypted, closed to the public, TLS only, with its owner owning every object.

    The deployment chooses its name, after this one. Unfinished multipart uploads go after
    `abort_incomplete_uploads_days`; nothing that was uploaded is ever removed, and the bucket outlives the stack.
    References: `need_text(name, "name")` and `need_text(name, "arn")`.
    """

    name: str
    cors: tuple[BucketCors, ...] = ()
    abort_incomplete_uploads_days: int = 7
    origin: Origin


Need = NeededRole | NeededFunction | NeededBucket


def need_text(name: str, attribute: str, fallback: str) -> Text:
    """Returns the reference to an attribute of a need: `arn`, or `name` of a bucket.

    `fallback` is what stands in a document that no infrastructure is made for, in AWS's import variables where it can.

    >>> str(need_text("signUpload", "arn", "arn:${AWS::Partition}:lambda:...:function:signUpload"))
    'arn:${AWS::Partition}:lambda:...:function:signUpload'
    """
    return Text((Deferred("need", f"{name}.{attribute}", fallback),))
