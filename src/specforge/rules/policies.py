"""What the statements of a resource policy say."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.diagnostics import Origin
from specforge.ir import Data, Policy, Statement
from specforge.source import intrinsic_of


def is_everyone(principal: Data) -> bool:
    """Tells whether a principal is anybody.

    >>> is_everyone({"AWS": "*"})
    True
    """
    if isinstance(principal, dict):
        principal = principal.get("AWS")
    return principal == "*" or (isinstance(principal, list) and "*" in principal)


def condition_keys(statement: Statement) -> Iterator[tuple[str, Origin]]:
    """Yields the condition keys of a statement in lower case, as AWS compares them, with their places."""
    at = statement.origin.at("Condition")
    for operator, tests in statement.condition.items() if isinstance(statement.condition, dict) else ():
        for key in tests if isinstance(tests, dict) else ():
            yield str(key).lower(), at.at(operator, key)


def has_condition_key(policy: Policy, *keys: str) -> bool:
    """Tells whether a statement tests one of the keys, or might: a condition that the deployment decides."""
    for statement in policy.statements:
        if intrinsic_of(statement.condition) is not None or any(key in keys for key, _ in condition_keys(statement)):
            return True
    return False
