"""`x-amazon-apigateway-auth` of an operation. Source: the developer guide, "x-amazon-apigateway-auth object"."""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import Iam
from specforge.lower.alternatives import find_mapping

EXTENSION = "x-amazon-apigateway-auth"


def lower_auth(operation: Cursor) -> Iam | None:
    """Returns Iam for `type: AWS_IAM`, in any case; None for NONE, which takes no authorization away."""
    found = find_mapping(operation, EXTENSION)
    declared = found.words("type") if found is not None else None
    if found is None or (declared or "").upper() != "AWS_IAM":
        return None
    return Iam(origin=found, name="AWS_IAM")
