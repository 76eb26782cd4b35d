"""Generates docs/reference/rules/index.html: all rules on one page that is searched in the browser, from the disk too.

Every text is escaped at its place; the page allows its own style and script by their digests, and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path

from specforge.rules.page import page_of
from specforge.rules.rule import Rule
from tools.rules_index import aws_says, rules

PARTS = Path(__file__).resolve().parent
PAGE = "docs/reference/rules/index.html"


def generate() -> dict[str, str]:
    """Returns the page by its path in the repository."""
    return {PAGE: page(rules())}


def page(found: Sequence[Rule]) -> str:
    """Returns the page of these rules, which are sorted by family."""
    style, script = (PARTS.joinpath(f"rules_search.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    families = [(family, list(members)) for family, members in groupby(found, key=lambda rule: rule.family)]
    values = {
        "count": str(len(found)),
        "families": "".join(f"<option>{escape(_named(family))}</option>" for family, _ in families),
        "sections": "".join(_section(family, members) for family, members in families),
        "style": style,
        "script": script,
        "style-digest": _digest(style),
        "script-digest": _digest(script),
    }
    pieces = PARTS.joinpath("rules_search.html").read_text(encoding="utf-8").split("{")
    filled = (f"{values[name]}{rest}" for name, _, rest in (piece.partition("}") for piece in pieces[1:]))
    return "".join([pieces[0], *filled])


def _section(family: str, members: Sequence[Rule]) -> str:
    heading = f"<h2>{escape(_named(family))} <small>{len(members)}</small></h2>"
    return f'<section id="{escape(_named(family))}">\n{heading}\n<ul>\n{"".join(map(_row, members))}</ul>\n</section>\n'


def _row(rule: Rule) -> str:
    written = page_of(rule)
    data = {
        "family": _named(rule.family),
        "severity": str(rule.severity),
        "kinds": " ".join(rule.kinds),
        "fix": "yes" if written.fixable else "",
        "more": " ".join(" ".join(text for title, text in written.sections if title != "Examples").split()),
    }
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    facts = " · ".join([*(["fix"] if written.fixable else []), ", ".join(rule.kinds)])
    aws = "".join(f'<p class="aws">AWS says: {escape(text)}</p>' for text in aws_says(rule))
    return (
        f'<li {attributes}><a href="{escape(rule.id)}.md">{escape(rule.id)}</a>'
        f'<span class="facts"><span class="{rule.severity}">{rule.severity}</span> · {escape(facts)}</span>'
        f"<p>{escape(written.summary)}</p>{aws}</li>\n"
    )


def _named(family: str) -> str:
    return family.replace("_", "-")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
