from __future__ import annotations

import ast

from hypothesis import given
from hypothesis import strategies as st

from specforge.clients.python.layout import Bracket, assign, call, declare, lay_out, literal, prefixed, wrap

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def test_what_fits_stands_on_one_line() -> None:
    assert lay_out(call("f", [prefixed("a=", literal([1, 2]))]), before="x = ") == "x = f(a=[1, 2])"


def test_what_does_not_fit_has_an_item_a_line_and_a_last_comma() -> None:
    long = literal("x" * 60)

    assert lay_out(call("f", [long, prefixed("k=", long)]), indent=4).splitlines() == [
        "f(",
        f'        "{"x" * 60}",',
        f'        k="{"x" * 60}",',
        "    )",
    ]


def test_a_tuple_of_one_keeps_its_comma() -> None:
    assert lay_out(literal(("a",)), before="x = ") == 'x = ("a",)'


@given(VALUES)
def test_literals_say_what_they_were_made_of(value: object) -> None:
    assert ast.literal_eval(lay_out(literal(value))) == value


def test_a_long_text_goes_into_parentheses() -> None:
    text = '"' + "x" * 70 + '"'

    assert assign("NAME_OF_SOMETHING", text, indent=4) == f"NAME_OF_SOMETHING = (\n        {text}\n    )"


def test_a_long_annotation_is_broken_where_formatters_break_it() -> None:
    value = call("Operation", ['method="GET"'])

    assert declare("_NAME", Bracket("Operation[", ("R" * 50,), "]"), value).splitlines() == [
        f"_NAME: Operation[{'R' * 50}] = Operation(",
        '    method="GET",',
        ")",
    ]
    assert declare("_NAME", Bracket("Operation[", ("R" * 60,), "]"), value).splitlines() == [
        f"_NAME: Operation[{'R' * 60}] = (",
        '    Operation(method="GET")',
        ")",
    ]
    assert declare("_NAME", Bracket("Operation[", ("R" * 70,), "]"), value).splitlines() == [
        "_NAME: Operation[",
        f"    {'R' * 70}",
        '] = Operation(method="GET")',
    ]


def test_texts_are_broken_at_words_and_keep_their_paragraphs() -> None:
    lines = wrap("word " * 30 + "\n\n\n  - item", indent=4)

    assert max(map(len, lines)) <= 84
    assert lines[-2:] == ("", "  - item")
