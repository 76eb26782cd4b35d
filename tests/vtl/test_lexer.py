from __future__ import annotations

import pytest

from specforge.vtl import ast, parse, tokens
from specforge.vtl.lexer import Lexer
from specforge.vtl.references import walk


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


def test_what_is_a_word_depends_on_where_it_stands() -> None:
    lexer = Lexer("a#if($b-c == -1)")
    kinds = []
    while (token := lexer.next()).kind != tokens.END_OF_TEMPLATE:
        kinds.append(token.kind)

    assert kinds == [
        tokens.TEXT, tokens.IF, tokens.LEFT_PAREN, tokens.IDENTIFIER, tokens.WHITESPACE, tokens.OPERATOR,
        tokens.WHITESPACE, tokens.INTEGER, tokens.RIGHT_PAREN,
    ]  # fmt: skip
