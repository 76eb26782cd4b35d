"""`specforge explain`: what a rule checks and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import indent

import click

from specforge.cli.options import rule_names, wants_colour
from specforge.cli.terminal import visible
from specforge.rules.page import Page, captioned, page_of
from specforge.rules.registry import Row, load, rows, severity_of
from specforge.rules.rule import Rule

FENCED = re.compile(r"^```[^\n]*\n(.*?)^```$\n?", re.MULTILINE | re.DOTALL)


@click.command(name="explain")
@click.argument("rule", required=False, shell_complete=rule_names)
def command(rule: str | None) -> None:
    """Explain a rule, or list them all or those of a family.

    What it checks and why, what AWS says, wrong and right examples, the sources.
    """
    listed = [row for row in rows().values() if rule in (None, row.family, row.family.replace("_", "-"))]
    if rule is None or (listed and rule not in rows()):
        _list(listed)
    else:
        _explain(rule)


def _list(listed: Sequence[Row]) -> None:
    family = ""
    for row in listed:
        if row.family != family:
            click.echo(("\n" if family else "") + _bold(row.family.replace("_", " ")))
            family = row.family
        click.echo(f"  {row.id:45} {severity_of(row)!s:8} {row.summary}")


def _explain(rule_id: str) -> None:
    rule = load(rule_id)
    page = page_of(rule)
    stops = {"everything": "stops every target", "gateway": "stops the gateway targets"}.get(rule.stops or "", "")
    click.echo(_bold(rule.id))
    fix = "has a fix" if page.fixable else ""
    facts = [str(rule.severity), f"for {', '.join(rule.kinds)}", f"since {rule.since}", stops, fix]
    click.echo(" · ".join(fact for fact in facts if fact))
    click.echo(f"\n{page.summary}")
    for title, text in _sections(rule, page):
        click.echo(f"\n{_bold(title)}\n{text}")


def _sections(rule: Rule, page: Page) -> Iterator[tuple[str, str]]:
    """Yields the sections, what AWS says in front of the examples, and examples indented instead of fenced."""
    from specforge.compiler import diagnose  # lazy: 60 ms, for one rule only
    from specforge.rules.examples import aws_messages  # lazy: with it

    for title, text in page.sections:
        if title == "Examples" and (said := aws_messages(rule, diagnose)):
            yield "AWS says", "\n".join(map(visible, said))
        yield title, FENCED.sub(lambda fenced: indent(fenced[1], "    "), captioned(text)).rstrip()


def _bold(text: str) -> str:
    return click.style(text, bold=True) if wants_colour() else text
