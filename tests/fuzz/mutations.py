"""Broken and bent copies of documents, the same for the same seed."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

PIECES = (
    b"\n",
    b" ",
    b"\t",
    b"- ",
    b": ",
    b"[",
    b"{",
    b"}",
    b"]",
    b'"',
    b"'",
    b"&a ",
    b"*a",
    b"!Sub ",
    b"!Ref ",
    b"!If ",
    b"<<: ",
    b"|\n",
    b"#",
    b"\x00",
    b"\xff",
    b"\\ud800",
    b"012",
    b"yes",
    b"---\n",
    b"? ",
    b"\r",
    b"\xe2\x80\xa8",
    b"1e999",
    b"$ref: ",
    b"${",
    b"}",
    b"\x1b",
)
VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    10**30,
    "",
    " ",
    "x",
    "get",
    "200",
    "$ref",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "${a}",
    "${stageVariables.a}",
    "a.b.c",
    "/",
    "{",
    "}",
    "{id}",
    "/{id+}",
    "#/components/schemas/A",
    "#/paths",
    "arn:aws:lambda",
    "method.request.path.id",
    "'x'",
    "when_no_match",
    "AWS_PROXY",
    "aws_proxy",
    "mock",
    "#if($a",
    "$input.json('$.a')",
    [],
    [None],
    [[]],
    {},
    {"$ref": "#"},
    {"$ref": "x.yaml"},
    {"$ref": 1},
    {"Ref": "A"},
    {"Fn::If": ["A", {}, None]},
    {"Fn::If": []},
    {"Fn::Sub": "${A}"},
    {"Fn::Sub": 1},
    {"Fn::Join": ["", [1]]},
    {"type": "object"},
    {"type": ["null", "object"]},
    {"allOf": [{}]},
    {"": ""},
)


def documents(raw: bytes, data: Any, seed: int, number: int) -> Iterator[bytes]:
    """Yields mutated copies of a document, of its bytes and of its structure in turn."""
    rng = random.Random(seed)
    for turn in range(number):
        yield _bytes(raw, rng) if turn % 2 else json.dumps(_structure(data, rng)).encode()


def _bytes(raw: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        at = rng.randrange(len(raw) + 1)
        match rng.randrange(8):
            case 0:
                raw = raw[:at]
            case 1 | 2 | 3:
                raw = raw[:at] + rng.choice(PIECES) + raw[at:]
            case 4:
                raw = raw[:at] + bytes([rng.randrange(256)]) + raw[at + 1 :]
            case _:
                raw = raw[:at] + raw[at + rng.randrange(1, 40) :]
    return raw


def _structure(data: Any, rng: random.Random) -> Any:
    bent = copy.deepcopy(data)
    for _ in range(rng.choice((1, 1, 1, 2, 4, 8))):
        places = list(_places(bent))
        if places:
            _MUTATIONS[rng.randrange(len(_MUTATIONS))](*rng.choice(places), places, rng)
    return bent


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(data, dict | list):
        for key in list(data) if isinstance(data, dict) else range(len(data)):
            yield data, key
            yield from _places(data[key])


Places = list[tuple[Any, Any]]


def _replace(holder: Any, key: Any, _: Places, rng: random.Random) -> None:
    holder[key] = copy.deepcopy(rng.choice(VALUES))


def _remove(holder: Any, key: Any, _: Places, __: random.Random) -> None:
    del holder[key]


def _graft(holder: Any, key: Any, places: Places, rng: random.Random) -> None:
    other, at = rng.choice(places)
    holder[key] = copy.deepcopy(other[at])


def _rename(holder: Any, key: Any, places: Places, rng: random.Random) -> None:
    if isinstance(holder, dict):
        names = [at for _, at in places if isinstance(at, str)] or ["x"]
        holder[rng.choice((*rng.choices(names, k=3), "", "x-a", "\x1b", "__class__", "Fn::If"))] = holder.pop(key)


def _retype(holder: Any, key: Any, _: Places, __: random.Random) -> None:
    value = holder[key]
    holder[key] = (
        list(value.values()) if isinstance(value, dict) else {"0": value} if isinstance(value, list) else [value]
    )


def _bend(holder: Any, key: Any, _: Places, rng: random.Random) -> None:
    value = holder[key]
    if isinstance(value, str) and value:
        at = rng.randrange(len(value))
        holder[key] = (
            value[:at] + rng.choice(("", "$", "{", "}", "'", ".", "/", "\n", "x")) + value[at + rng.randrange(2) :]
        )


_MUTATIONS: tuple[Callable[[Any, Any, Places, random.Random], None], ...] = (
    _replace,
    _replace,
    _remove,
    _graft,
    _graft,
    _rename,
    _retype,
    _bend,
    _bend,
)
