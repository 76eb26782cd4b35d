"""Real documents: both readers of YAML agree, and no broken copy of a document breaks the reading."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from specforge.diagnostics import Pointer
from specforge.source import BOUNDS, Data, read_text, text_of
from specforge.source.composer import compose
from specforge.source.text import Lines, decode
from specforge.source.yaml import read_yaml

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SEED = 20261120
PIECES = (
    b"\n", b" ", b"\t", b"- ", b": ", b"[", b"{", b"}", b"]", b'"', b"'", b"&a ", b"*a", b"!Sub ", b"<<: ", b"|\n",
    b">-\n", b"#", b"\x00", b"\xff", b"\\ud800", b"012", b"yes", b"---\n", b"? ", b"%", b"\r", b"\xe2\x80\xa8",
    b"1e999", b".inf", b"NaN", b"!GetAtt ", b'"\\\n  x"', b"- - - ", b"? [a]\n: ",
)  # fmt: skip


def documents() -> list[Path]:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real documents is not there (../shared/corpus)")
    return sorted(path for path in CORPUS.rglob("*") if path.suffix in {".yaml", ".yml", ".json"} and path.is_file())


def test_the_fast_and_the_exact_reader_agree() -> None:
    for path in documents():
        if path.suffix == ".json":
            continue
        lines = Lines(path.name, decode(path.read_bytes())[0])
        reading = read_yaml(lines, BOUNDS)
        composed = compose(lines, BOUNDS)
        data = composed.root.data if composed.root is not None else None

        assert (path, composed.sound, composed.problems) == (path, reading.sound, list(reading.problems))
        assert (path, json.dumps(data)) == (path, json.dumps(reading.data))


def test_json_read_as_yaml_is_the_same() -> None:
    for path in documents():
        text = decode(path.read_bytes())[0]
        if path.suffix != ".json" or len(text) > 200_000 or "\\u" in text or "\t" in text:
            continue
        reading = read_text(text, "a.json")
        if reading.sound:
            assert (path, reading.data) == (path, read_yaml(Lines("a.yaml", text), BOUNDS).data)


def leaves(data: Data, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Data]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*pointer, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from leaves(value, (*pointer, index))
    else:
        yield pointer, data


def broken(raw: bytes, source: random.Random) -> bytes:
    for _ in range(source.choice((1, 1, 2, 5))):
        at = source.randrange(len(raw) + 1)
        match source.randrange(3):
            case 0:
                raw = raw[:at]
            case 1:
                raw = raw[:at] + source.choice(PIECES) + raw[at:]
            case _:
                raw = raw[:at] + raw[at + source.randrange(1, 20) :]
    return raw


def test_no_broken_document_breaks_the_reading() -> None:
    rng = random.Random(SEED)
    paths = [path for path in documents() if path.stat().st_size < 20_000]
    for _ in range(1000):
        path = rng.choice(paths)
        source = read_text(broken(path.read_bytes(), rng), rng.choice((path.name, "-")))

        json.dumps(source.data, allow_nan=False, ensure_ascii=False).encode()
        found = list(leaves(source.data))
        some = rng.sample(found, min(3, len(found)))
        places = source.entry.places
        places.find([*(problem.pointer for problem in source.problems), *(pointer for pointer, _ in some)])
        for pointer, value in some:
            text_of(value)
            places.within(pointer, 0, 1)
        assert all(problem.span is not None for problem in source.problems)
