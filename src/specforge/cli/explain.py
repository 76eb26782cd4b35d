"""`specforge explain`: what a rule checks and why."""

from __future__ import annotations

import click

from specforge.cli.options import wants_colour
from specforge.rules.page import page_of
from specforge.rules.registry import load, rows, severity_of


@click.command(name="explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Explain a rule, or list them all."""
    if rule is None:
        _list()
    else:
        _explain(rule)


def _list() -> None:
    family = ""
    for row in rows().values():
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
    for title, text in page.sections:
        click.echo(f"\n{_bold(title)}\n{text}")


def _bold(text: str) -> str:
    return click.style(text, bold=True) if wants_colour() else text
