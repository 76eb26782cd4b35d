"""One use of a short form."""

from __future__ import annotations

from specforge.expand.form import Call
from specforge.ir import Mock, NeededRole
from tests.lower.documents import document, lowered

TEXT = "openapi: 3.0.1\npaths: {/a: {get: {responses: {}}}}"


def test_a_call_puts_an_integration_and_its_needs_into_the_operation() -> None:
    api = lowered(TEXT)
    call = Call(api, api.operations[0], document(TEXT).root, api.origin, "a")
    mock, role = Mock(origin=api.origin, declared_type="mock"), NeededRole(name="r", origin=api.origin)

    operation, needs = call.full(mock, role)

    assert operation.integration is mock
    assert needs == (role,)
    assert call.is_rest
