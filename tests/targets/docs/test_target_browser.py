"""The page in a browser: it works from disk, asks no network for anything, and finds what is searched."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.lower.documents import lowered
from tests.required import require
from tests.targets.docs.pages import built, files_of
from tests.targets.docs.test_target_hostile import TEXTS, document

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def opened(page: str, folder: Path, *, fragment: str = "", script: str | None = None) -> LexborHTMLParser:
    """Returns the document after its scripts have run; `script` runs last, and for it the policy is lifted."""
    if script is not None:
        page = POLICY.sub("", page).replace("</body>", f"<script>{script}</script></body>")
    folder.joinpath("index.html").write_text(page, encoding="utf-8")
    address = folder.joinpath("index.html").as_uri() + fragment
    ran = subprocess.run(
        [require("chromium"), *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", address],
        capture_output=True,
        timeout=120,
        check=True,
    )
    return LexborHTMLParser(ran.stdout.decode())


@pytest.fixture(scope="module")
def orders() -> str:
    return built("orders.yaml")["index.html"]


def results(page: LexborHTMLParser) -> dict[str, object]:
    body = page.body
    assert body is not None
    found = json.loads(body.attributes["data-results"] or "")
    assert isinstance(found, dict)
    return found


def test_it_loads_nothing_and_finds_what_is_searched(orders: str, tmp_path: Path) -> None:
    script = """
      const query = document.getElementById("query");
      query.value = "patch orders";
      query.dispatchEvent(new Event("input"));
      const hits = [...document.querySelectorAll("#contents li:not([hidden]) a")].map((link) => link.hash);
      const found = document.getElementById("found").textContent;
      document.getElementById("search").requestSubmit();
      const gone = location.hash;
      query.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
      const all = document.querySelectorAll("#contents li:not([hidden])").length;
      document.body.dataset.results = JSON.stringify({
        hits, found, gone, all: all > 20,
        loaded: performance.getEntriesByType("resource").map((entry) => entry.name),
      });
    """

    page = opened(orders, tmp_path, script=script)

    assert results(page) == {
        "hits": ["#op-updateOrder"],
        "found": "1 found",
        "gone": "#op-updateOrder",
        "all": True,
        "loaded": [],
    }


def test_its_own_script_runs_under_its_policy_and_a_deep_link_is_marked(orders: str, tmp_path: Path) -> None:
    page = opened(orders, tmp_path, fragment="#op-createOrder")

    assert page.css_first("#search[hidden]") is None
    assert [link.attributes["href"] for link in page.css("[aria-current]")] == ["#op-createOrder"]


def test_without_script_everything_is_there(orders: str) -> None:
    plain = LexborHTMLParser(orders)

    assert plain.css_first("#search[hidden]") is not None
    assert len(plain.css("article.operation")) == 15


def test_colours_contrast_in_both_schemes(orders: str, tmp_path: Path) -> None:
    script = """
      const light = (color) => {
        const [r, g, b] = color.match(/[\\d.]+/g).map((part) => part / 255)
          .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = (node) => {
        for (; node; node = node.parentElement) {
          const color = getComputedStyle(node).backgroundColor;
          if (!/, 0\\)$/.test(color)) return color;
        }
        return "rgb(255, 255, 255)";
      };
      const weak = new Set();
      for (const node of document.querySelectorAll("body *")) {
        if (![...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) continue;
        if (node.matches("script, style")) continue;
        const [a, b] = [light(getComputedStyle(node).color), light(behind(node))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) weak.add(`${node.tagName}.${node.className} ${ratio.toFixed(2)}`);
      }
      document.body.dataset.results = JSON.stringify({weak: [...weak]});
    """
    dark = orders.replace("@media (prefers-color-scheme: dark)", "@media all")

    assert results(opened(orders, tmp_path, script=script)) == {"weak": []}
    assert results(opened(dark, tmp_path, script=script)) == {"weak": []}


@pytest.mark.parametrize("number", [0, 1, 2])
def test_no_script_of_the_document_runs(number: int, tmp_path: Path) -> None:
    page = files_of(lowered(document(TEXTS[number])))["index.html"]
    script = "document.body.dataset.results = JSON.stringify({title: document.title})"

    assert results(opened(page, tmp_path, script=script)) != {"title": "pwned"}


def test_the_policy_allows_nothing_but_what_the_page_brings(orders: str) -> None:
    policy = POLICY.search(orders)

    assert policy is not None
    assert "default-src 'none'" in policy[0]
    assert "unsafe" not in policy[0]
