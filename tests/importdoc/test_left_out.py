from __future__ import annotations

from typing import Any

from specforge.diagnostics import Origin
from specforge.importdoc.left_out import OPERATION, Holder, rest_of
from specforge.importdoc.spelling import as_written
from specforge.importdoc.writing import Writing, Written
from specforge.ir import Data
from tests.importdoc.parts import ENTRY, an_api


def left_out(raw: Data, holder: Holder = OPERATION, **options: Any) -> tuple[Written, list[str]]:
    """Returns what is copied, and what is noted as left out."""
    writing = Writing.of(an_api(), as_written, {}, **options)
    copied = rest_of(Origin(ENTRY, raw), holder, writing)
    return copied, [change.what for change in writing.changes.of("ignored-part-removed")]


def test_the_import_document_has_none_of_it_and_all_is_named() -> None:
    raw: Data = {"externalDocs": {}, "callbacks": {}, "x-note": 1, "x-specforge-allow": {}, "summary": "s"}

    assert left_out(raw) == ({}, ["externalDocs of operations", "callbacks of operations", "x-note"])


def test_a_public_document_copies_what_openapi_3_0_knows() -> None:
    raw: Data = {"externalDocs": {"url": "u"}, "callbacks": {}, "x-codeSamples": [], "x-amazon-apigateway-auth": {}}

    assert left_out(raw, is_public=True) == (
        {"externalDocs": {"url": "u"}, "x-codeSamples": []},
        ["callbacks of operations"],
    )


def test_extensions_that_do_not_speak_to_readers_are_kept_when_asked_for() -> None:
    raw: Data = {"x-acme-team": "a", "x-other": 1}

    assert left_out(raw, is_public=True) == ({}, ["x-acme-team", "x-other"])
    assert left_out(raw, is_public=True, extensions=("x-acme-*",)) == ({"x-acme-team": "a"}, ["x-other"])


def test_a_public_document_copies_no_reference() -> None:
    raw: Data = {"x-logo": [{"a": {"$ref": "other.yaml"}}], "externalDocs": {"$ref": "#/x"}}

    assert left_out(raw, is_public=True) == ({}, ["x-logo", "externalDocs of operations"])


def test_a_flag_that_says_nothing_is_not_named() -> None:
    holder = Holder("parameters", written=frozenset({"deprecated", "explode"}))

    assert left_out({"deprecated": False, "explode": False}, holder) == ({}, ["explode of parameters"])


def test_what_is_no_object_says_nothing() -> None:
    assert left_out(None) == ({}, [])
