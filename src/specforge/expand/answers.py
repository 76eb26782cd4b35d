"""Bodies that a short form brings, put where the document leaves them open."""

from __future__ import annotations

from msgspec.structs import replace

from specforge.diagnostics import Origin
from specforge.expand.responses import unspelled
from specforge.ir import Body, Content, Lazy, Object, Operation, Property, Response, Scalar, Schema

JSON = "application/json"


def taking(operation: Operation, schema: Schema, *, required: bool, origin: Origin) -> Operation:
    """Returns the operation with a JSON body, unless it declares one."""
    if operation.body is not None and operation.body.content:
        return operation
    return replace(operation, body=Body(content=(_json(schema, origin),), required=required, origin=origin))


def answering(operation: Operation, schema: Schema, description: str, origin: Origin) -> Operation:
    """Returns the operation with a good answer in JSON, unless it declares the body of one."""
    good = [response for response in operation.responses if response.status.startswith("2")]
    if any(response.content for response in good):
        return operation
    content = (_json(schema, origin),)
    if good:
        filled = replace(good[0], content=content)
        responses = tuple(filled if response is good[0] else response for response in operation.responses)
        return replace(operation, responses=responses)
    made = Response(status="200", description=description, content=content, origin=origin)
    return replace(operation, responses=(made, *operation.responses))


def refusing(operation: Operation, origin: Origin) -> Operation:
    """Returns the operation with the answer to a wrong call, unless it declares one."""
    if any(response.status in ("400", "4XX", "default") for response in operation.responses):
        return operation
    place = unspelled(origin)
    message = Property(name="message", schema=Scalar(type="string", origin=place), required=True, origin=place)
    content = (_json(Object(properties=(message,), origin=place), origin),)
    made = Response(
        status="400", description="The call is wrong; the message says how.", content=content, origin=origin
    )
    return replace(operation, responses=(*operation.responses, made))


def _json(schema: Schema, origin: Origin) -> Content:
    return Content(media_type=JSON, lazy_schema=Lazy.of(schema), origin=origin)
