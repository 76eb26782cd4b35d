"""Operations with their parameters and responses.

Source: the developer guide, "Amazon API Gateway important notes" (what REST APIs ignore and reject).
"""

from __future__ import annotations

from collections.abc import Iterable

from specforge.importdoc.bodies import model_name, write_body, write_content, write_examples
from specforge.importdoc.integrations import write_integration
from specforge.importdoc.left_out import HEADER, OPERATION, PARAMETER, RESPONSE, RESPONSES, rest_of
from specforge.importdoc.schemas import write_schema
from specforge.importdoc.security import write_security
from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import Data, FullIntegration, Header, Invalid, Operation, Parameter, Response, ShortForm
from specforge.ir import Integration as AnyIntegration

ANYTHING_TEXTUAL: Written = {"type": "string"}


def write_operation(operation: Operation, writing: Writing) -> Written:
    """Returns an operation with everything that API Gateway reads of it."""
    return {
        **present(
            {
                "tags": list(operation.tags),
                "summary": operation.summary or None,
                "description": operation.description or None,
                "operationId": operation.operation_id,
                "deprecated": operation.deprecated or None,
                "parameters": _parameters(operation, writing),
                "requestBody": write_body(operation, writing),
            }
        ),
        "responses": _responses(operation, writing),
        **write_security(operation, writing),
        **(_extensions(operation, writing) if not writing.is_public else {}),
        **rest_of(operation.origin, OPERATION, writing),
    }


def _extensions(operation: Operation, writing: Writing) -> Written:
    validator = operation.validator if operation.validator != writing.api.validator else None
    return {
        **present(
            {
                "isDefaultRoute": operation.is_default_route or None,
                "x-amazon-apigateway-request-validator": validator,
                "x-amazon-apigateway-integration": write_integration(operation.integration, writing),
            }
        ),
        **writing.aws_extensions(operation.extra),
    }


def _parameters(operation: Operation, writing: Writing) -> list[Data]:
    written: list[Data] = []
    for parameter in operation.parameters:
        if parameter.location == "cookie" and not writing.is_public:
            writing.changes.note("ignored-part-removed", parameter.origin, f"the cookie {parameter.name}")
        else:
            written.append(_parameter(parameter, writing))
    return written


def _parameter(parameter: Parameter, writing: Writing) -> Data:
    """Returns a parameter; of its attributes API Gateway reads name, place and whether it is required."""
    return {
        "name": parameter.name,
        "in": parameter.location,
        **present(
            {
                "required": parameter.required or parameter.location == "path" or None,
                "description": parameter.description or None,
            }
        ),
        **(_serialised(parameter, writing) if writing.is_public else {"schema": _value(parameter, writing)}),
        **writing.aws_extensions(parameter.extra),
        **(rest_of(parameter.origin, PARAMETER, writing) if parameter.declared else {}),
    }


def _serialised(parameter: Parameter, writing: Writing) -> Written:
    """Returns how a caller writes a parameter, which API Gateway does not care for."""
    content = write_content(parameter.content, parameter.name, writing)
    return {
        **present(
            {
                "deprecated": parameter.deprecated or None,
                "allowEmptyValue": parameter.allow_empty_value or None,
                "style": parameter.style,
                "explode": parameter.explode,
                "allowReserved": parameter.allow_reserved or None,
            }
        ),
        **({"content": content} if content else {"schema": _value(parameter, writing)}),
        **write_examples(parameter.examples),
    }


def _value(valued: Parameter | Header, writing: Writing) -> Data:
    schema = valued.schema
    return ANYTHING_TEXTUAL if schema is None else write_schema(schema, writing)


def _responses(operation: Operation, writing: Writing) -> Written:
    if not operation.responses:
        writing.changes.note("required-part-added", operation.origin, f"a response of {operation}")
        return {"200": {"description": "Success"}}
    written: Written = {}
    for response in operation.responses:
        for status in _statuses(response, operation, writing):
            written[status] = _response(response, operation, writing)
    listed = operation.origin.at("responses")
    return {**written, **(rest_of(listed, RESPONSES, writing) if listed is not operation.origin else {})}


def _response(response: Response, operation: Operation, writing: Writing) -> Data:
    wanted = model_name(operation, f"Response{response.status.capitalize()}")
    return {
        "description": response.description,
        **present(
            {
                "headers": {header.name: _header(header, writing) for header in response.headers},
                "content": write_content(response.content, wanted, writing),
            }
        ),
        **rest_of(response.origin, RESPONSE, writing),
    }


def _header(header: Header, writing: Writing) -> Data:
    public = {"required": header.required or None, "deprecated": header.deprecated or None}
    return {
        **present({"description": header.description or None, **(public if writing.is_public else {})}),
        "schema": _value(header, writing),
        **rest_of(header.origin, HEADER, writing),
    }


def _statuses(response: Response, operation: Operation, writing: Writing) -> list[str]:
    """Returns the codes under which a response is written: those that 4XX stands for, as far as they are used."""
    status = response.status
    if not (writing.is_rest and len(status) == 3 and status[1:].upper() == "XX"):
        return [status]
    declared = {each.status for each in operation.responses}
    mapped = [code for code in _mapped(operation.integration) if code[:1] == status[0] and code not in declared]
    codes = list(dict.fromkeys(mapped)) or [code for code in (f"{status[0]}00",) if code not in declared]
    writing.changes.note(
        "wildcard-response-rewritten", response.origin, f"{status} is {' and '.join(codes) or 'absent'}"
    )
    return codes


def _mapped(integration: AnyIntegration | None) -> Iterable[str]:
    if integration is None or isinstance(integration, (Invalid, ShortForm)):
        return ()
    return _known_statuses(integration)


def _known_statuses(integration: FullIntegration) -> list[str]:
    statuses = [each.status.literal for each in integration.responses if each.status is not None]
    return [status for status in statuses if status is not None]
