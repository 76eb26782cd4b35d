"""Resource policies: `x-amazon-apigateway-policy`, and the `policy` of specforge.yaml.

Source: the developer guide, "x-amazon-apigateway-policy".
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import Policy, Statement
from specforge.lower.alternatives import find_branch, find_mapping
from specforge.lower.context import Context
from specforge.lower.texts import texts_in

EXTENSION = "x-amazon-apigateway-policy"


def lower_policy(context: Context) -> Policy | None:
    """Returns the policy of the document; None when there is none that is a mapping."""
    found = find_mapping(context.root, EXTENSION)
    return None if found is None else lower_policy_document(found)


def lower_policy_document(policy: Cursor) -> Policy:
    """Returns an IAM policy document with its statements; a lone statement may stand without a list."""
    given = policy.get("Statement")
    statements: list[Cursor] = []
    if given is not None:
        listed = find_branch(given, list)
        statements = list(listed.elements()) if listed is not None else [given]
    lowered = (find_branch(statement, dict) for statement in statements)
    return Policy(
        document=policy.value,
        statements=tuple(_statement(statement) for statement in lowered if statement is not None),
        origin=policy,
    )


def _statement(statement: Cursor) -> Statement:
    raw = statement.value
    return Statement(
        effect=statement.string("Effect"),
        principal=raw.get("Principal"),
        actions=texts_in(statement, "Action"),
        resources=texts_in(statement, "Resource"),
        condition=raw.get("Condition"),
        origin=statement,
    )
