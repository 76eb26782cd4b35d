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


@pytest.mark.parametrize(
    ("template", "kind", "message", "place"),
    [
        ("#if($a)x", "unclosed-directive", "#if has no #end", "#if"),
        ("#foreach($i in $l)#if($i)x#end", "unclosed-directive", "#foreach has no #end", "#foreach"),
        ("x#end", "syntax", "#end closes nothing", "#end"),
        ("#else", "syntax", "#else without an open #if", "#else"),
        ("#foreach($i in $l)#else#end", "syntax", "#else inside #foreach, which has no branches", "#else"),
        ("#if($a)#else#else#end", "syntax", "#else after #else", "#else"),
        (r'#set($x = "a\"b")', "syntax", r'\" ends the string: inside double quotes a quote is written ""', "b"),
        (
            '#set($x = "$f("x")")',
            "syntax",
            'the string ends before x; inside double quotes a quote is written ""',
            "x",
        ),
        (
            '#if("a".length() > 1)#end',
            "syntax",
            "a literal has no properties and no methods; assign it with #set first",
            ".",
        ),
        (
            "#set($x = 5-3)",
            "syntax",
            "-3 is read as a negative number; a subtraction has a blank after the minus",
            "-3",
        ),
        ("#set($x = 'a)", "syntax", "the string that begins with ' is never closed", "'"),
        ("#set($a == 1)", "syntax", "== stands where = must stand", "=="),
        ("#if()x#end", "syntax", ") stands where a value must stand", ")"),
        ("#[[ x", "syntax", "#[[ is never closed", "#[[ x"),
        (
            "price $",
            "syntax",
            "the template ends with $; Velocity refuses a lone $ or # as the last character",
            "$",
        ),
        (
            '#parse("x")',
            "syntax",
            "#parse is not available in API Gateway: a template has no files",
            '#parse("x")',
        ),
    ],
)
def test_a_problem_says_what_and_where(template: str, kind: str, message: str, place: str) -> None:
    assert problems(template) == [(kind, message, place)]


def test_all_errors_of_a_template_are_found_in_one_pass() -> None:
    template = '#if($a = 1)\n#set($x = 5-3)\n#foreach($i in $l)$i.get(#end\n${b\n#end\n#end\n$c["d"]\n#if($e)'

    assert [(place, message) for _, message, place in problems(template)] == [
        ("=", "= stands where ) must stand"),
        ("-3", "-3 is read as a negative number; a subtraction has a blank after the minus"),
        ("\n", "a blank stands where } must stand"),
        ("#end", "#end closes nothing"),
        ("#if", "#if has no #end"),
    ]


def test_a_problem_inside_a_string_has_its_place_in_the_template() -> None:
    template = '#set($x = "say ""hi"" to ${name !")'

    assert problems(template) == [("syntax", "! stands where } must stand", " !")]


def test_every_node_knows_its_place() -> None:
    template = '#set($x = "a""b $input.path(\'$.c\') d")$x.y[0].z(1, "e$f")'
    spelled = {
        template[node.span.start : node.span.end]
        for node in walk(parse(template).ast)
        if isinstance(node, ast.Reference | ast.Index | ast.Method)
    }

    assert spelled == {
        "$x", "$input.path('$.c')", "path('$.c')", '$x.y[0].z(1, "e$f")', "[0]", 'z(1, "e$f")', "$f",
    }  # fmt: skip


def test_operators_bind_as_in_velocity() -> None:
    (node,) = parse("#set($x = 1 + 2 * 3 == 7 && !$a or $b)").ast

    assert isinstance(node, ast.Set)
    assert shape(node.value) == "((((1 + (2 * 3)) == 7) && !a) || b)"


def shape(node: ast.Expression) -> str:
    match node:
        case ast.Binary(operator=operator, left=left, right=right):
            return f"({shape(left)} {operator} {shape(right)})"
        case ast.Not(operand=operand):
            return f"!{shape(operand)}"
        case ast.Reference(name=name):
            return name
        case ast.IntegerLiteral(spelling=spelling):
            return spelling
        case _:
            raise AssertionError(node)


@pytest.mark.parametrize(
    ("template", "texts"),
    [
        ("a #set($x = 1) b", ["a ", " b"]),
        ("$a #set($x = 1)\n-b", ["-b"]),
        ("#if($a)\n  x\n#end\ny", ["  x\n", "y"]),
        ("#if($a) x #else  \n y #end  \nz", [" x ", " y ", "z"]),
        ("x ## c\ny", ["x ", "y"]),
        ("x #* c *# y", ["x ", " y"]),
    ],
)
def test_blanks_that_velocity_swallows_are_in_no_text(template: str, texts: list[str]) -> None:
    assert [node.value for node in walk(parse(template).ast) if isinstance(node, ast.Text)] == texts


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


@pytest.mark.parametrize(
    "opening", ["#if(1)", "#set($x=[", "#set($x=((", "$a[$a", "#if(!", "$a.b(", "#foo([", "{", "#@b()", "#set($x=1+"]
)
def test_nesting_without_end_is_an_error_value(opening: str) -> None:
    assert len(parse(opening * 5000).errors) in {0, 1} if opening == "{" else parse(opening * 5000).errors


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
