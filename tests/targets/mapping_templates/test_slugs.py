from __future__ import annotations

import re

import pytest

from specforge.targets.mapping_templates.slugs import slugs


def test_slugs_are_lower_case_words() -> None:
    assert slugs(["GET /Orders/{orderId}", ".*Error\\d+.*"], without_words="x") == ["get-orders-orderid", "error-d"]


def test_texts_that_share_a_slug_all_get_a_digest() -> None:
    first, second, other = slugs(["/a-b", "/a_b", "/c"], without_words="x")

    assert re.fullmatch("a-b-[0-9a-f]{8}", first)
    assert re.fullmatch("a-b-[0-9a-f]{8}", second)
    assert first != second
    assert other == "c"


def test_a_digest_depends_on_the_text_alone() -> None:
    assert slugs(["/a-b", "/a_b"], without_words="x") == slugs(["/a_b", "/a-b"], without_words="x")[::-1]


def test_long_slugs_are_cut() -> None:
    (slug,) = slugs(["/x" * 500], without_words="x")

    assert len(slug) <= 69


def test_what_looks_like_a_digest_is_numbered() -> None:
    first = slugs(["/a-b", "/a_b"], without_words="x")[0]

    assert slugs([first, "/a-b", "/a_b"], without_words="x")[:2] == [first, f"{first}-2"]


@pytest.mark.parametrize("text", ["../../etc/passwd", "..", "C:\\x", "\0", "a\n\u202e/b", "注文", "~root", "nul."])
def test_no_text_leaves_the_folder(text: str) -> None:
    (slug,) = slugs([text], without_words="none")

    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)
