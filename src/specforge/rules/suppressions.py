"""Judges the suppressions of a document, `x-specforge-allow: {rule: reason}`, once all its findings are known.

Input: the findings before the selection. Output: findings about suppressions of rules that do not exist, and of those
that suppress nothing. What another stage than the judging reports is not known yet, and not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specforge.diagnostics import Finding, Origin, RuleId
from specforge.document import Cursor, Document
from specforge.document.occurrences import occurrences
from specforge.rules.fixes import removing, renaming_to_near
from specforge.rules.registry import current, load, rows
from specforge.rules.selection import ALLOW, Selection
from specforge.spelling import did_you_mean

UNKNOWN, UNUSED = RuleId("unknown-rule-name"), RuleId("suppression-unused")
ABOUT_SUPPRESSIONS = frozenset({UNKNOWN, UNUSED})
BEFORE_TARGETS = frozenset({None, "source", "expand"})
"""The stages whose findings are known when a document has been judged: the rule engine itself is None."""


def judge_suppressions(document: Document, findings: Sequence[Finding], selection: Selection) -> Iterator[Finding]:
    """Yields what is wrong with the suppressions of a document's own file."""
    if ALLOW not in document.source.text:
        return
    used = {(id(holder), finding.rule) for finding in findings for holder in holders(finding.origin, finding.rule)}
    for _, cursor in occurrences(document.root, frozenset({ALLOW})):
        allowed = cursor.get(ALLOW)
        if allowed is None or allowed.entry is not document.source.entry:
            continue
        for name, reason in allowed.items():
            rule = RuleId(current(name))
            if rule not in rows():
                yield _unknown(name, reason)
            elif (id(allowed.value), rule) not in used and _is_judged(rule, selection):
                yield _unused(name, allowed, reason)


def holders(origin: Origin, rule: str) -> Iterator[object]:
    """Yields the suppressions that a finding falls under: of each way to it, the nearest that names the rule."""
    for place in (origin, *(hop.origin for hop in origin.hops())):
        node: Origin | None = place
        while node is not None:
            allowed = node.value.get(ALLOW) if isinstance(node.value, dict) else None
            if isinstance(allowed, dict) and rule in map(current, allowed):
                yield allowed
                break
            node = node.parent


def _is_judged(rule: RuleId, selection: Selection) -> bool:
    return rule not in ABOUT_SUPPRESSIONS and selection.is_in_force(rule) and load(rule).emitted_by in BEFORE_TARGETS


def _unknown(name: str, reason: Cursor) -> Finding:
    return Finding(
        rule=UNKNOWN,
        message=f"there is no rule {name}{did_you_mean(name, rows())}",
        origin=reason,
        on_key=True,
        fix=renaming_to_near(reason, name, rows()),
    )


def _unused(name: str, allowed: Cursor, reason: Cursor) -> Finding:
    last = len(allowed.value) == 1 and allowed.parent is not None and len(allowed.parent.value) > 1
    return Finding(
        rule=UNUSED,
        message=f"{name} finds nothing here; the suppression can go",
        origin=reason,
        on_key=True,
        fix=removing(allowed if last else reason),
    )
