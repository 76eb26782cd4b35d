"""Where a key belongs that stands in a place where it cannot stand."""

from __future__ import annotations

import pytest

from specforge.document.belonging import Belongs, instead_of, where_it_belongs
from specforge.document.version import Version

STATUS = "a response is named default, by a status such as 404"
IN_CONTENT = "it belongs into content, below a media type"
V2, V30, V31 = (Version("", *numbers) for numbers in ((2, 0), (3, 0), (3, 1)))
OPERATION = ("responses", "requestBody")


@pytest.mark.parametrize(
    ("key", "holder", "known", "version", "words"),
    [
        ("/a", (), (), V30, "a path belongs below paths"),
        ("title", (), (), V30, "it belongs below info"),
        ("schemas", (), (), V30, "it belongs below components"),
        ("schemas", (), (), V2, None),
        ("host", (), (), V30, "OpenAPI 3 has servers for it"),
        ("host", (), (), V2, None),
        ("servers", (), (), V2, "OpenAPI 2.0 has host, basePath and schemes for it"),
        ("components", ("paths", "/a"), (), V30, "it belongs into the root of the document"),
        ("2xx", ("paths", "/a", "get", "responses"), (), V30, f"{STATUS}, or by a range such as 4XX"),
        ("4XX", ("paths", "/a", "get", "responses"), (), V2, STATUS),
        ("404", ("paths", "/a", "get"), OPERATION, V30, "it belongs below responses"),
        ("default", ("paths", "/a", "get"), OPERATION, V30, "it belongs below responses"),
        ("4040", ("paths", "/a", "get"), OPERATION, V30, None),
        ("orders", ("paths",), (), V30, "a path starts with a slash"),
        ("securitySchemes", ("paths",), (), V30, "it belongs below components"),
        ("My Order", ("components", "schemas"), (), V31, "a name holds letters, digits, dots, hyphens and underscores"),
        ("type", ("components", "headers", "A"), ("schema",), V30, "it belongs into schema"),
        ("schema", ("paths", "/a", "get", "requestBody"), ("content",), V30, IN_CONTENT),
        ("nullable", ("definitions", "A"), ("type",), V2, "OpenAPI 3.0 has it"),
        ("const", ("components", "schemas", "A"), ("type",), V30, "OpenAPI 3.1 has it"),
        ("const", ("components", "schemas", "A"), ("type",), V31, None),
        ("foo", ("components", "schemas", "A"), ("type",), V30, None)
    ]
)  # fmt: skip
def test_a_key_is_told_with_the_place_where_it_belongs(
    key: str, holder: tuple[str, ...], known: tuple[str, ...], version: Version, words: str | None
) -> None:
    found = where_it_belongs(key, holder, known, version)

    assert (found.words if found is not None else None) == words


def test_a_key_that_belongs_below_another_says_which() -> None:
    assert where_it_belongs("type", ("x",), ("schema",), V30) == Belongs("it belongs into schema", "schema")


@pytest.mark.parametrize(
    ("key", "word", "version", "hint"),
    [
        ("in", "formData", V30, "; OpenAPI 3 has requestBody for it"),
        ("type", "file", V31, "; OpenAPI 3 has a string of format binary for it"),
        ("type", "file", V2, ""),
        ("name", "body", V30, ""),
    ],
)
def test_a_word_of_openapi_2_is_told_with_what_stands_for_it(key: str, word: str, version: Version, hint: str) -> None:
    assert instead_of(key, word, version) == hint
