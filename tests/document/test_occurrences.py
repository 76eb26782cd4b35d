"""Where keywords of interest stand."""

from __future__ import annotations

from pathlib import Path

from specforge.diagnostics import Report
from specforge.document import Cursor, open_
from specforge.document.occurrences import occurrences
from specforge.source import Files
from tests.judged import put
from tests.lower.documents import document

HEAD = "openapi: 3.0.1\n"


def found(text: str, *keys: str, prefix: str = "") -> list[tuple[str, str]]:
    cursors = occurrences(document(HEAD + text).root, frozenset(keys), prefix=prefix)
    return [(key, cursor.path()) for key, cursor in cursors]


def test_a_key_is_found_with_the_object_that_holds_it_in_the_order_of_the_text() -> None:
    text = "b: {type: x, c: [{type: y}, 1]}\na: {type: z}\n"

    assert found(text, "type") == [("type", "/b"), ("type", "/b/c/0"), ("type", "/a")]


def test_keys_with_a_prefix_are_found_too() -> None:
    text = "a: {x-amazon-b: 1, type: 2}\nx-amazon-c: {x-amazon-d: 3}\n"

    assert found(text, prefix="x-amazon-") == [("x-amazon-c", ""), ("x-amazon-b", "/a"), ("x-amazon-d", "/x-amazon-c")]
    assert found(text, "type", prefix="x-amazon-")[1:3] == [("x-amazon-b", "/a"), ("type", "/a")]


def test_names_of_schemas_and_properties_are_no_keywords() -> None:
    text = "a: {properties: {type: {type: string}}, $defs: {type: {}}}\ncomponents: {schemas: {type: {type: object}}}\n"

    assert found(text, "type") == [("type", "/a/properties/type"), ("type", "/components/schemas/type")]


def test_a_property_may_be_called_as_what_holds_names() -> None:
    assert found("a: {properties: {properties: {type: object, properties: {type: {}}}}}\n", "type") == [
        ("type", "/a/properties/properties")
    ]


def test_examples_defaults_and_other_tools_extensions_are_data() -> None:
    text = (
        "a: {example: {type: 1}, examples: [{type: 1}], default: {type: 1}, enum: [{type: 1}], const: {type: 1}, "
        "x-other: {type: 1}, x-amazon-a: {type: 2}, x-specforge-a: {type: 3}}\n"
    )

    assert found(text, "type") == [("type", "/a/x-amazon-a"), ("type", "/a/x-specforge-a")]


def test_a_property_called_example_is_a_schema() -> None:
    assert found("a: {properties: {example: {type: string}}}\n", "type") == [("type", "/a/properties/example")]


def walked(folder: Path, **texts: str) -> list[tuple[str, str]]:
    files = Files(str(folder))
    source = files.open(put(folder, **texts))
    assert not isinstance(source, tuple)
    (opened,) = open_(source, files, Report())
    cursors = occurrences(opened.root, frozenset({"type"}))
    return [(Path(cursor.entry.file).name, cursor.path()) for _, cursor in cursors]


def test_files_that_are_referred_to_are_walked_from_there(tmp_path: Path) -> None:
    assert walked(
        tmp_path,
        api=HEAD + "a: {$ref: 'other.yaml#/b'}\n",
        other="b: {type: 1, c: {$ref: 'third.yaml'}}\nd: {type: 2}\n",
        third="e: {type: 3}\n",
    ) == [("other.yaml", "/b"), ("third.yaml", "/e")]


def test_each_node_is_walked_once_also_in_a_circle(tmp_path: Path) -> None:
    assert walked(
        tmp_path,
        api=HEAD + "a: {$ref: other.yaml}\nb: {$ref: other.yaml}\nc: {$ref: './other.yaml'}\n",
        other="type: 1\nback: {$ref: 'other.yaml'}\nmissing: {$ref: nowhere.yaml}\n",
    ) == [("other.yaml", "")]


def test_references_inside_the_file_are_not_followed() -> None:
    assert found("a: {$ref: '#/b'}\nb: {type: 1}\nc: {$ref: 1}\n", "type") == [("type", "/b")]


def test_a_deep_document_is_walked_without_recursion() -> None:
    data: object = {"type": 1}
    for _ in range(5000):
        data = {"a": [data]}
    opened = document(HEAD + "a: 1\n")

    cursors = list(occurrences(Cursor(opened.root.entry, data, opened.references), frozenset({"type"})))  # type: ignore[arg-type]  # plain data

    assert len(cursors) == 1
