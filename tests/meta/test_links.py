"""Every link of the project's pages leads to a file that is there, and to a heading in it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.meta.tree import tracked_files
from tests.required import ROOT

LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
OTHERS = ("templates/", "tests/", "src/")
"""Where pages are material: templates of other projects' pages, and expected outputs."""


def pages() -> list[Path]:
    return [Path(path) for path in tracked_files() if str(path).endswith(".md") and not str(path).startswith(OTHERS)]


@cache
def prose(page: Path) -> str:
    return FENCE.sub("", ROOT.joinpath(page).read_text(encoding="utf-8"))


@cache
def anchors(page: Path) -> set[str]:
    """Returns the names of headings as GitHub makes them."""
    headings = HEADING.findall(
        re.sub(r"^```.*?^```$", "", ROOT.joinpath(page).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_lead_to_files_and_headings() -> None:
    assert [f"{page}: {link}" for page in pages() for link in LINK.findall(prose(page)) if not _leads(page, link)] == []


def test_the_pages_that_are_read_first_are_among_them() -> None:
    found = set(map(str, pages()))

    assert {"README.md", "docs/adr/README.md", "docs/reference/coverage.md", "docs/reference/rules/index.md"} <= found
    assert sum(len(LINK.findall(prose(page))) for page in pages()) > 600


def _leads(page: Path, link: str) -> bool:
    if re.match(r"[a-z]+:", link):
        return True
    file, _, anchor = link.partition("#")
    target = (ROOT / page.parent / file).resolve() if file else ROOT / page
    if not target.exists() or ROOT not in (target, *target.parents):
        return False
    return not anchor or target.suffix != ".md" or anchor in anchors(target.relative_to(ROOT))
