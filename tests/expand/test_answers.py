"""Bodies that a short form brings."""

from __future__ import annotations

from specforge.expand.answers import answering, refusing, taking
from specforge.ir import Operation, Scalar
from tests.lower.documents import operation_of


def asked(operation: Operation) -> Operation:
    schema = Scalar(type="string", origin=operation.origin)
    return taking(
        answering(operation, schema, "done", operation.origin), schema, required=True, origin=operation.origin
    )


def test_what_the_document_leaves_open_is_filled() -> None:
    found = asked(operation_of("responses: {'404': {}}"))

    assert [(one.status, one.description, len(one.content)) for one in found.responses] == [
        ("200", "done", 1),
        ("404", "", 0),
    ]
    assert found.body is not None
    assert found.body.required


def test_a_good_answer_without_body_gets_one_under_its_own_status() -> None:
    found = asked(operation_of("responses: {'201': {description: made}, '204': {}}"))

    assert [(one.status, one.description, len(one.content)) for one in found.responses] == [
        ("201", "made", 1),
        ("204", "", 0),
    ]


def test_what_the_document_says_stays() -> None:
    said = operation_of(
        "requestBody: {content: {text/plain: {}}}\nresponses: {'200': {}, '201': {content: {text/plain: {}}}}"
    )

    assert asked(said) == said


def test_a_refusal_is_declared_unless_the_document_covers_it() -> None:
    origin = operation_of("responses: {}").origin

    assert [one.status for one in refusing(operation_of("responses: {'200': {}}"), origin).responses] == ["200", "400"]
    for covered in ("'400'", "4XX", "default"):
        operation = operation_of(f"responses: {{{covered}: {{}}}}")
        assert refusing(operation, origin) == operation
