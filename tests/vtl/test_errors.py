from __future__ import annotations

import pytest

from specforge.vtl import parse
from specforge.vtl.errors import find_header_end


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


@pytest.mark.parametrize(
    ("text", "opened", "end"), [("#if((1) + ')')", 3, 13), ("#set($x)", 5, 7), ("#if(1", 3, -1), ("#if(')", 3, 5)]
)
def test_the_end_of_a_broken_header_is_its_own_parenthesis(text: str, opened: int, end: int) -> None:
    assert find_header_end(text, opened, len(text)) == end
