"""Text: bytes to characters, offsets to lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specforge.diagnostics import Span
from specforge.source.text import Lines, decode, find_surrogate, without_surrogates

TEXTS = st.text(st.sampled_from("ab\r\n\t\u2028\x85\u00e9\U0001f600"), max_size=30)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)), ("ab", 0, (1, 1)), ("ab", 2, (1, 3)), ("ab", 99, (1, 3)),
        ("a\nb", 1, (1, 2)), ("a\nb", 2, (2, 1)), ("a\n", 2, (2, 1)),
        ("a\r\nb", 1, (1, 2)), ("a\r\nb", 2, (1, 3)), ("a\r\nb", 3, (2, 1)), ("a\rb", 2, (2, 1)),
        ("\n\r\r\n", 4, (4, 1)), ("a\u2028b\x85c\x0bd\x0c", 7, (1, 8)), ("\U0001f600\u00e9x", 2, (1, 3)),
        ("\tx", 1, (1, 2)),
    ],
)  # fmt: skip
def test_an_offset_has_a_line_and_a_column_of_characters(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert expected == Lines("f", text).position(offset)


@given(TEXTS, st.integers(0, 30))
def test_lines_and_columns_lead_back_to_the_offset(text: str, offset: int) -> None:
    lines = Lines("f", text)
    line, column = lines.position(offset)

    assert min(offset, len(text)) == lines.starts[line - 1] + column - 1


@given(TEXTS)
def test_lines_are_those_that_every_editor_shows(text: str) -> None:
    lines = Lines("f", text)

    assert text.replace("\r\n", "\n").replace("\r", "\n").split("\n") == lines.lines(1, len(lines.starts))


def test_lines_outside_of_the_text_are_left_out() -> None:
    lines = Lines("f", "a\nb\n")

    assert ["a"] == lines.lines(-3, 1)
    assert ["b", ""] == lines.lines(2, 99)
    assert [] == lines.lines(4, 9)
    assert [] == lines.lines(2, 1)


def test_a_span_never_ends_before_it_begins() -> None:
    lines = Lines("f", "ab\ncd")

    assert Span("f", 1, 2, 2, 2) == lines.span(1, 4)
    assert Span("f", 2, 1, 2, 1) == lines.span(3, 0)


@pytest.mark.parametrize(("offset", "end"), [(0, 2), (2, 2), (4, 6), (6, 6)])
def test_the_end_of_a_line_stands_before_its_break(offset: int, end: int) -> None:
    assert end == Lines("f", "ab\r\ncd").line_end(offset)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", ("", None)),
        (b"a\xc3\xa9", ("a\u00e9", None)),
        (b"\xef\xbb\xbfa", ("a", None)),
        (b"a\xef\xbb\xbf", ("a\ufeff", None)),
        (b"a\xe9b", ("a\ufffdb", 1)),
        (b"\xc3\xa9\xff", ("\u00e9\ufffd", 1)),
        (b"\xef\xbb\xbfa\xff", ("a\ufffd", 1)),
        (b"a\xed\xa0\x80", ("a\ufffd\ufffd\ufffd", 1)),
        (b"a\xc0\xaf", ("a\ufffd\ufffd", 1)),
        ("\ufeffa\U0001f600".encode("utf-16-le"), ("a\U0001f600", None)),
        ("\ufeffa\U0001f600".encode("utf-16-be"), ("a\U0001f600", None)),
        (b"\xff\xfea\x00\x00", ("a\ufffd", 1)),
        (b"\xff\xfea\x00\x00\xd8", ("a\ufffd", 1)),
    ],
)  # fmt: skip
def test_bytes_are_decoded_as_far_as_they_can_be(raw: bytes, expected: tuple[str, int | None]) -> None:
    assert expected == decode(raw)


@given(st.binary(max_size=30))
def test_whatever_the_bytes_the_text_can_be_encoded_again(raw: bytes) -> None:
    text, bad = decode(raw)

    text.encode()
    assert bad is None or 0 <= bad <= len(text)


@pytest.mark.parametrize(
    ("text", "place", "replaced"),
    [
        ("abc", None, "abc"),
        ("a\ud800", 1, "a\ufffd"),
        ("\u00e9\udfff\ud800", 1, "\u00e9\ufffd\ufffd"),
        ("\U0001f600", None, "\U0001f600"),
    ],
)
def test_half_a_surrogate_pair_is_found_and_replaced(text: str, place: int | None, replaced: str) -> None:
    assert place == find_surrogate(text)
    assert replaced == without_surrogates(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("", "\n"), ("a", "a\n"), ("a\n", "a\n"), ("a\n\n", "a\n\n"), ("a\r", "a\r")]
)
def test_the_last_line_gets_its_break_once(text: str, expected: str) -> None:
    assert expected == Lines("f", text).terminated()
