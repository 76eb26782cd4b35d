from __future__ import annotations

from specforge.lower.schema_references import references_below
from tests.lower.documents import document


def test_references_are_found_in_document_order_but_not_in_literal_values() -> None:
    root = document(
        """
        openapi: 3.0.1
        a: [{$ref: x}, {b: {$ref: y}}]
        example: {$ref: no}
        c: {$ref: z, d: {$ref: w}}
        e: {$ref: {f: {$ref: v}}}
        """
    ).root

    assert [holder.path() for holder in references_below(root, set())] == ["/a/0", "/a/1/b", "/c", "/c/d", "/e/$ref/f"]


def test_what_was_walked_is_not_walked_again() -> None:
    root = document("openapi: 3.0.1\na: {$ref: x}").root
    walked: set[int] = set()

    assert len(list(references_below(root, walked))) == 1
    assert list(references_below(root, walked)) == []
