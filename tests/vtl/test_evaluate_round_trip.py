"""Properties that hold for all data."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from specforge.vtl.evaluate import Context, compile_
from specforge.vtl.java import utf16

# json-smart loses a bare DEL behind an escape, and so do we: tests/vtl/test_json_smart.py.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x7f"), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
WHOLE = compile_("$input.json('$')")
MEMBER = compile_("$input.json('$.v')")
ESCAPED = compile_('{"a": "$util.escapeJavaScript($input.path(\'$.v\')).replaceAll("\\\\\'", "\'")"}')
ENCODED = compile_(
    "$util.urlDecode($util.urlEncode($input.path('$.v')))|$util.base64Decode($util.base64Encode($input.path('$.v')))"
)


@settings(max_examples=200, deadline=None)
@given(VALUES.filter(lambda value: isinstance(value, list | dict | str) and value != ""))
def test_json_of_the_body_is_the_body(value: object) -> None:
    assert json.loads(WHOLE.render(Context(json.dumps(value))).output) == value


@settings(max_examples=200, deadline=None)
@given(VALUES.filter(lambda value: value is not None))
def test_json_of_a_member_is_the_member(value: object) -> None:
    assert json.loads(MEMBER.render(Context(json.dumps({"v": value}, ensure_ascii=False))).output) == value


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_escaped_text_never_leaves_its_place(value: str) -> None:
    assert json.loads(ESCAPED.render(Context(json.dumps({"v": value}))).output) == {"a": value}


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_encoded_text_comes_back(value: str) -> None:
    assert ENCODED.render(Context(json.dumps({"v": value}))).output == f"{value}|{value}"


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_utf16_units_join_to_the_same_text(value: str) -> None:
    assert utf16.join(utf16.split(value)) == utf16.join(value)
    assert utf16.length(utf16.join(value)) == len(utf16.split(utf16.join(value)))


@settings(max_examples=300, deadline=None)
@given(st.text("$#{}()[].!'\"\\ \naif0=,;:@-", max_size=40), TEXTS)
def test_no_text_makes_the_engine_raise(template: str, body: str) -> None:
    compile_(template).render(Context(body))
