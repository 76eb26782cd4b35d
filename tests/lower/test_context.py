from __future__ import annotations

from specforge.ir import Kind
from specforge.lower.context import Context
from specforge.lower.schema_table import SchemaTable
from tests.lower.documents import configured, document


def test_it_knows_the_root_and_the_version_of_the_document() -> None:
    found = document("swagger: '2.0'")
    context = Context(
        document=found,
        config=configured(),
        kind=Kind.REST,
        schemas=SchemaTable(found),
        security_schemes={},
        security=None,
    )

    assert context.root is found.root
    assert context.swagger
