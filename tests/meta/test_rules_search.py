"""docs/reference/rules/index.html: the rules, searched in a browser, from the disk."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from specforge.rules.registry import load, rows
from tests.required import ROOT, require
from tools.rules_search import PAGE, page

FILE = ROOT / PAGE
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
HOSTILE = "</script><img src=x onerror=alert(1)>\" onfocus='alert(1)' {style} &amp;"


def written() -> LexborHTMLParser:
    return LexborHTMLParser(FILE.read_text(encoding="utf-8"))


def only(found: LexborHTMLParser, selector: str) -> LexborNode:
    (node,) = found.css(selector)
    return node


def searched(folder: Path, script: str) -> Any:
    """Runs a script in the page, without its policy, and returns what it says."""
    text = POLICY.sub("", FILE.read_text(encoding="utf-8"))
    said = f"<script>document.body.dataset.said = JSON.stringify((() => {{{script}}})())</script></body>"
    return json.loads(str(dumped(text.replace("</body>", said), folder).attributes["data-said"]))


def dumped(text: str, folder: Path, fragment: str = "") -> Any:
    """Returns the body of the page after its scripts have run."""
    file = folder / "index.html"
    file.write_text(text, encoding="utf-8")
    command = [require("chromium"), *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    done = subprocess.run([*command, file.as_uri() + fragment], capture_output=True, timeout=120, check=True)
    return LexborHTMLParser(done.stdout.decode()).body


def test_every_rule_is_there_once_and_links_to_its_page() -> None:
    links = [link.attributes["href"] or "" for link in written().css("li a")]

    assert sorted(links) == sorted(f"{rule}.md" for rule in rows())
    assert [link for link in links if not FILE.with_name(link).is_file()] == []


def test_without_script_the_list_is_whole_and_the_form_is_not_shown() -> None:
    plain = written()

    assert plain.css_first("form[hidden]") is not None
    assert plain.css("li[hidden]") == []


def test_nothing_is_loaded_from_elsewhere() -> None:
    plain = written()

    assert plain.css("link, img, iframe, [src], [style], [onclick]") == []
    assert (only(plain, "meta[http-equiv]").attributes["content"] or "").startswith("default-src 'none';")


def test_texts_are_escaped() -> None:
    documentation = f"{HOSTILE}\n\n## Why is this bad?\n{HOSTILE}\n"
    rule = msgspec.structs.replace(load("unknown-integration-type"), documentation=documentation, check=None)

    shown = LexborHTMLParser(page([rule]))

    assert shown.css("img, [onfocus]") == []
    assert len(shown.css("script")) == 1
    assert only(shown, "li p").text() == HOSTILE
    assert only(shown, "li").attributes["data-more"] == HOSTILE


def test_its_own_script_runs_under_its_policy_and_reads_the_address(tmp_path: Path) -> None:
    body = dumped(FILE.read_text(encoding="utf-8"), tmp_path, "#q=timeout&severity=error&family=integration")

    left = [row.css_first("a").text() for row in body.css("li") if "hidden" not in row.attributes]
    assert left == ["integration-timeout-out-of-range"]
    assert body.css_first("#count").text() == "1 rule"
    assert [section.id for section in body.css("section") if "hidden" not in section.attributes] == ["integration"]


def test_words_family_severity_kind_and_fix_narrow_the_list_and_all_come_back(tmp_path: Path) -> None:
    script = """
      const form = document.querySelector("form");
      const left = (...pairs) => {
        form.reset();
        for (const [name, value] of pairs) {
          if (name === "fix") form.elements.fix.checked = true; else form.elements[name].value = value;
        }
        form.elements.q.dispatchEvent(new Event("input", {bubbles: true}));
        return [...document.querySelectorAll("li:not([hidden])")];
      };
      const all = left().length;
      return {
        all,
        aws: left(["q", "ApiKeyRequired is not currently"]).map((row) => row.querySelector("a").textContent),
        family: left(["family", "cors"]).every((row) => row.closest("section").id === "cors"),
        severity: left(["severity", "info"]).every((row) => row.querySelector(".info")),
        kind: left(["kind", "plain"]).length < all,
        fix: left(["fix", "yes"]).length,
        none: [left(["q", "xyzzy"]).length, document.getElementById("none").hidden],
        address: (left(["q", "a&b=<c>"]), location.hash),
        loaded: performance.getEntriesByType("resource").length,
      };
    """

    found = searched(tmp_path, script)

    assert found.pop("all") == len(rows())
    assert 20 <= found.pop("fix") < len(rows())
    assert found == {
        "aws": ["api-key-on-http-api"],
        "family": True,
        "severity": True,
        "kind": True,
        "none": [0, False],
        "address": "#q=a%26b%3D%3Cc%3E",
        "loaded": 0,
    }
