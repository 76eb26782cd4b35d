from __future__ import annotations

import random
import time

import pytest

from specforge.vtl import ast, parse
from specforge.vtl.references import walk
from tests.vtl.fragments import FRAGMENTS, mutate
from tests.vtl.verdicts import ACCEPTED, REFUSED


@pytest.mark.parametrize("template", ACCEPTED)
def test_what_velocity_accepts_has_no_errors(template: str) -> None:
    assert parse(template).errors == ()


@pytest.mark.parametrize("template", REFUSED)
def test_what_velocity_refuses_has_errors(template: str) -> None:
    assert parse(template).errors


def problems(template: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.message, template[one.start : one.end]) for one in parse(template).errors]


def test_all_errors_of_a_template_are_found_in_one_pass() -> None:
    template = '#if($a = 1)\n#set($x = 5-3)\n#foreach($i in $l)$i.get(#end\n${b\n#end\n#end\n$c["d"]\n#if($e)'

    assert [(place, message) for _, message, place in problems(template)] == [
        ("=", "= stands where ) must stand"),
        ("-3", "-3 is read as a negative number; a subtraction has a blank after the minus"),
        ("\n", "a blank stands where } must stand"),
        ("#end", "#end closes nothing"),
        ("#if", "#if has no #end"),
    ]


def test_text_that_only_looks_like_velocity_is_text() -> None:
    template = '{"a": "$.path", "b": "$5", "c": "#fff", "d": "#/definitions/x", "e": "a@b.c", "f": "50% $ # "}'

    assert (
        "".join(
            node.value if isinstance(node, ast.Text) else "#" + node.name
            for node in walk(parse(template).ast)
            if isinstance(node, ast.Text | ast.Call)
        )
        == template
    )


@pytest.mark.parametrize("piece", [*FRAGMENTS, "\\", "$a.b", "[0]", "#set($x = 1)\n", "$ab c ", '"$a""'])
def test_long_templates_take_linear_time(piece: str) -> None:
    template = piece * (8_000 // len(piece))
    start = time.process_time()
    parse(template)
    parse('#set($x = "' + template)

    assert time.process_time() - start < 3


def test_random_templates_never_raise() -> None:
    source = random.Random(7)
    for _ in range(1500):
        template = mutate(source, source.choice((*ACCEPTED, *REFUSED)))
        for error in parse(template).errors:
            assert 0 <= error.start <= error.end <= len(template), template


def test_random_fragments_never_raise() -> None:
    source = random.Random(8)
    for _ in range(1500):
        parse("".join(source.choices(FRAGMENTS, k=source.randint(1, 30))))
