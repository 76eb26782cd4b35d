"""Places found by indentation are those that composing finds, or none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from specforge.diagnostics import Pointer
from specforge.source import BOUNDS, Data
from specforge.source.block_places import BlockPlaces
from specforge.source.composer import compose
from specforge.source.text import Lines, decode
from specforge.source.yaml import read_yaml
from specforge.source.yaml_places import Tree
from tests.source.test_yaml import DOCUMENTS

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
MOST_BYTES = 60_000


def places(text: str) -> BlockPlaces:
    lines = Lines("a.yaml", text)
    return BlockPlaces(lines, read_yaml(lines, BOUNDS).data, BOUNDS)


def pointers(data: Data, pointer: Pointer = ()) -> Iterator[Pointer]:
    """Yields the pointer of every node, and of what every container lacks."""
    yield pointer
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield from pointers(value, (*pointer, key))
    if isinstance(data, (dict, list)):
        yield (*pointer, "absent" if isinstance(data, dict) else len(data))


def agree(text: str) -> tuple[int, int]:
    """Holds every place against the composed one; returns how many there are and how many were found."""
    lines = Lines("a.yaml", text)
    composed = compose(lines, BOUNDS)
    if not composed.sound or composed.root is None or composed.problems:
        return 0, 0
    blocks, tree = BlockPlaces(lines, composed.root.data, BOUNDS), Tree(lines, BOUNDS, composed.root)
    asked = list(pointers(composed.root.data))
    found = [(pointer, at) for pointer in asked if (at := blocks.find(pointer)) is not None]

    assert [(pointer, tree.find(pointer)) for pointer, _ in found] == found
    return len(asked), len(found)


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("a: 1\nb:\n  c: x\n", ("b", "c")), ("# c\n\n---\n# c\na: x\n", ("a",)), ("a:\n- b\n- c\nd: 1\n", ("a", 1)),
        ("a:\n  - b: 1\n    c: x\n  - d\n", ("a", 0, "c")), ("- - 1\n  - x\n", (0, 1)), ("'k k': x\n", ("k k",)),
        ("'it''s': 'x''y' # c\n", ("it's",)), ('"/a/{b}": "x"\n', ("/a/{b}",)), ("200:\n  a: x\n", ("200", "a")),
        ("a:\nb: 1\n", ("a",)), ("a: {}\n", ("a",)), ("a: [] # c\n", ("a",)), ("a : x\n", ("a",)), ("a:", ("a",)),
        ("  a: 1\n  b:\n     c: x\n", ("b", "c")), ("a:\n\n  # c\n  b: x\n", ("a", "b")), ("a: b\n", ("a", "c")),
        ("a: # c\n  b: x #c\n", ("a", "b")), ("a: -x\n", ("a",)), ("a: x", ()), ("- a\n- b", (1,)),
        ("a: 1.50\n", ("a",)), ("a: |\n  b: 1\nc: x\n", ("c",)),
        ("a: |\n  b: 1\nc: x\n", ("a",)), ("a: {b: [x, y]}\nc: 1\n", ("a", "b", 1)),
        ("a: {b: x,\n  c: y}\nd: 1\n", ("a", "c")), ("a: 'x\n  y'\nb: 1\n", ("a",)), ("a: x\n  y\nb: 1\n", ("a",)),
        ('a: "\\u0041"\nb: 1\n', ("a",)), ("- >-\n  x\n- y\n", (0,)), ("a:\n  b: >\n    c\n\n  d: x\n", ("a", "b")),
    ],
)  # fmt: skip
def test_a_place_is_found_without_composing_the_text(text: str, pointer: Pointer) -> None:
    lines = Lines("a.yaml", text)

    assert Tree(lines, BOUNDS).find(pointer) == places(text).find(pointer)


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("a: 1\r\nb: 2\r\n", ("b",)), ("{a: 1}\n", ("a",)), ("a: 'b\nc: d'\ne: 1\n", ("e",)), ("? a\n: 1\n", ("a",)),
        ("a: {b: 1,\nc: 2}\nd: 1\n", ("d",)), ("-a: 1\n", ("-a",)), ("a\t: 1\n", ()),
        ('"\\x41": 1\n', ("A",)), ("x", ()), ("a: &x 1\nb: 2\n", ("b", "c", 0)),
    ],
)  # fmt: skip
def test_a_place_that_indentation_does_not_tell_for_sure_is_left_to_the_whole_text(text: str, pointer: Pointer) -> None:
    found = places(text).find(pointer)

    assert found is None or found == Tree(Lines("a.yaml", text), BOUNDS).find(pointer)
    if not text.startswith("a: &x"):
        assert found is None


def test_lines_that_look_like_keys_of_the_block_are_not_taken_for_them() -> None:
    text = "a: 'x\nb: y'\nb: 1\n"

    assert places(text).find(("b",)) is None


def test_data_that_was_read_from_another_text_finds_nothing() -> None:
    assert BlockPlaces(Lines("a.yaml", "a: 1\nb: 2\n"), {"b": 2, "a": 1}, BOUNDS).find(("a",)) is None
    assert BlockPlaces(Lines("a.yaml", "a: 1\nb: 2\n"), {"a": "1", "b": 2}, BOUNDS).find(("a",)) is None


@settings(max_examples=250, deadline=None)
@given(DOCUMENTS)
def test_on_documents_with_oddities_every_place_found_is_the_composed_one(text: str) -> None:
    agree(text)


def test_on_real_documents_every_place_found_is_the_composed_one() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real documents is not there (../shared/corpus)")
    texts = [path.read_bytes() for path in sorted(CORPUS.rglob("*.y*ml")) if path.stat().st_size < MOST_BYTES]
    counts = [agree(decode(text)[0]) for text in texts]

    assert sum(found for _, found in counts) > 0.9 * sum(asked for asked, _ in counts) > 0
