"""What an operation asks of its callers."""

from __future__ import annotations

from specforge.ir import Api, Iam, Operation
from specforge.rules.guards import schemes_of


def asks_for_iam(operation: Operation, api: Api) -> bool:
    """Tells whether calls have to be signed: by `x-amazon-apigateway-auth`, or by a scheme of awsSigv4."""
    if operation.auth is not None:
        return True
    return any(isinstance(scheme.authorizer, Iam) for scheme in schemes_of(operation, api).values())
