"""The short form `upload`: the caller gets a signed form and posts the file to S3 itself, past the payload limits.

Source: the API reference of S3, "Creating a POST policy" (`content-length-range`, `Content-Type`); a POST takes 5 GB at
most: the user guide, "Uploading objects".
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from specforge.config.shape import Shape, integer, list_of, table
from specforge.diagnostics import Origin, Report
from specforge.expand.answers import answering, refusing, taking
from specforge.expand.form import Call, Expanded, Form
from specforge.expand.lambda_function import invoke_uri, lambda_proxy
from specforge.expand.responses import unspelled
from specforge.expand.signing import BUCKET, EXPIRES, KEY, bucket_need, life, read_stored, signer, signer_arn
from specforge.ir import UNBOUNDED, Bounds, Data, Enum, Object, Operation, Property, Scalar, Schema
from specforge.spelling import listed

LARGEST_POST = 5 * 1024**3
OPTIONS = table(
    "An upload to S3 by a signed form.",
    {
        "bucket": BUCKET,
        "key": KEY._replace(about=KEY.about + " `{uuid}` is new with every call."),
        "max-bytes": integer("How large an upload may be.", 1)._replace(maximum=LARGEST_POST),
        "content-types": list_of(
            "The media types that may be uploaded, `image/*` for a family; without it any.",
            Shape(
                "text",
                pattern=r"[A-Za-z0-9.+-]+/(?:\*|[A-Za-z0-9.+-]+)",
                form="a media type such as image/png, or a family such as image/*",
            ),
        ),
        "expires": EXPIRES,
    },
    "bucket",
    "key",
    "max-bytes",
)
METHODS = ("POST", "PUT", "PATCH")


class Limits(NamedTuple):
    """What may be uploaded: how much, of which types (any without one), for how many seconds."""

    max_bytes: int
    types: tuple[str, ...]
    seconds: int


def expand(call: Call, report: Report) -> Expanded | None:
    """Returns the integration with the signing function, the operation with its bodies said, and what it needs."""
    operation, options = call.operation, call.options
    if operation.method not in METHODS:
        message = f"upload stands in {operation}; it must stand in a POST, PUT or PATCH"
        report.add("misplaced-short-form", call.origin, message, on_key=True)
        return None
    stored, limits = read_stored(call, report, "uuid"), _limits(call)
    if stored is None:
        return None
    answered = answering(operation, _answer(unspelled(options)), "What to post the file with, and where.", options)
    function = signer(call, "sign_upload", stored, grant="s3:PutObject", environment=_settings(limits, answered))
    arn = signer_arn(function)
    mark: dict[str, Data] = {
        "max-bytes": limits.max_bytes,
        "content-types": list(limits.types),
        "expires": limits.seconds,
    }
    changed = replace(
        _asking(refusing(answered, options), limits.types, unspelled(options)),
        integration=lambda_proxy(call, arn, invoke_uri(arn)),
        description=operation.description or _description(limits),
        extra={**operation.extra, "x-specforge-upload": mark},
    )
    return Expanded(changed, (*bucket_need(call, stored, "POST", origins=()), function))


def _limits(call: Call) -> Limits:
    most, given = call.options.integer("max-bytes"), call.options.sequence("content-types")
    types = tuple(given.value) if given is not None else ()
    return Limits(most if isinstance(most, int) else LARGEST_POST, types, life(call))


def _settings(limits: Limits, operation: Operation) -> dict[str, str]:
    """Returns what the function is told; it answers with the first good status that is declared."""
    status = next(each.status for each in operation.responses if each.status.startswith("2"))
    return {
        "MAX_BYTES": str(limits.max_bytes),
        "CONTENT_TYPES": " ".join(limits.types),
        "STATUS": status if status.isdecimal() else "",
    }


def _asking(operation: Operation, types: tuple[str, ...], origin: Origin) -> Operation:
    """Returns the operation with a body that says the media type, unless only one can be meant."""
    concrete = not any(one.endswith("/*") for one in types)
    if len(types) == 1 and concrete:
        return operation
    schema: Schema = _text(origin)
    if types and concrete:
        schema = Enum(values=types, type="string", origin=origin)
    asked = Property(name="contentType", schema=schema, required=bool(types), origin=origin)
    return taking(operation, Object(properties=(asked,), origin=origin), required=bool(types), origin=origin)


def _description(limits: Limits) -> str:
    """Returns what a caller has to know, for an operation that the document does not describe."""
    what = f"{limits.max_bytes:,} bytes of {listed(limits.types)}" if limits.types else f"{limits.max_bytes:,} bytes"
    return (
        "The answer holds `url` and `fields`: post the fields and then the file, as `file`, to the address. "
        f"It takes at most {what}, within {limits.seconds} seconds. `key` is what the object is called."
    )


def _answer(origin: Origin) -> Schema:
    fields = Object(properties=(), additional=_text(origin), additional_declared=True, origin=origin)
    parts: tuple[tuple[str, Schema], ...] = (
        ("url", _text(origin, "uri")),
        ("fields", fields),
        ("key", _text(origin)),
        ("expiresAt", _text(origin, "date-time")),
    )
    properties = tuple(Property(name=name, schema=schema, required=True, origin=origin) for name, schema in parts)
    return Object(properties=properties, origin=origin)


def _text(origin: Origin, form: str | None = None, bounds: Bounds = UNBOUNDED) -> Scalar:
    return Scalar(type="string", format=form, bounds=bounds, origin=origin)


FORM = Form(
    name="upload",
    summary="Hands out a signed form with which the caller uploads a file to S3.",
    options=OPTIONS,
    expand=expand,
)
