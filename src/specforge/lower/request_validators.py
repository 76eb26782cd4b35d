"""`x-amazon-apigateway-request-validators` and the validator that applies to the whole API.

Source: the developer guide, "x-amazon-apigateway-request-validators object".
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import RequestValidator
from specforge.lower.alternatives import find_branch, find_mapping
from specforge.lower.context import Context

EXTENSION = "x-amazon-apigateway-request-validators"
USE = "x-amazon-apigateway-request-validator"


def lower_request_validators(context: Context) -> dict[str, RequestValidator]:
    """Returns the validators by name; one that is no mapping is left out."""
    found = find_mapping(context.root, EXTENSION)
    validators: dict[str, RequestValidator] = {}
    for name, entry in found.items() if found is not None else ():
        validator = find_branch(entry, dict)
        if validator is not None:
            validators[name] = _validator(name, validator)
    return validators


def lower_default_validator(context: Context) -> str | None:
    """Returns the name of the validator that applies where an operation names none."""
    return context.root.string(USE)


def _validator(name: str, validator: Cursor) -> RequestValidator:
    return RequestValidator(
        name=name,
        validate_body=validator.flag("validateRequestBody") is True,
        validate_parameters=validator.flag("validateRequestParameters") is True,
        origin=validator,
    )
