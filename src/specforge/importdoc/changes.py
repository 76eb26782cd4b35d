"""What the import document says otherwise than its author: collected per kind, reported once per kind."""

from __future__ import annotations

from specforge.diagnostics import Note, Origin, Report

# Every id that this package raises, with its message; rules/ has a file of the same name for each.
MESSAGES = {
    "openapi-version-rewritten": "the document is {what}; API Gateway takes 3.0.1, which the import document is",
    "schema-keyword-removed": "API Gateway's models know no {what}; left out of the import document",
    "schema-keyword-rewritten": "written in the import document with keywords that the importer knows: {what}",
    "model-renamed": "names of models must be alphanumeric; in the import document {what}",
    "inline-schema-named": "inline schemas became models of the import document: {what}",
    "body-schema-removed": "API Gateway judges JSON bodies only; the import document has no inline schema for {what}",
    "ignored-part-removed": "API Gateway's importer ignores {what}; left out of the import document",
    "inherited-security-written-out": "the import document repeats the `security` of the whole document on {what}",
    "condition-flattened": "the import document knows no conditions; it holds the first branch of {what}",
    "wildcard-response-rewritten": "API Gateway rejects wildcard status codes; in the import document {what}",
    "required-part-added": "OpenAPI requires it, so the import document has {what}",
    "method-not-importable": "API Gateway has no TRACE method; the import document lacks {what}",
    "mutual-tls-scheme-removed": "mutual TLS belongs to the custom domain; the import document lacks the scheme {what}",
}
MOST_NAMED = 8
MOST_PLACES = 4


class Changes:
    """Collects changes while the document is written.

    One finding per kind names the first few things and places, so that a clean build stays readable;
    a lost operation or security scheme gets a finding of its own.
    """

    ONE_EACH = ("method-not-importable", "mutual-tls-scheme-removed")
    ON_KEY = (*ONE_EACH, "model-renamed")

    def __init__(self) -> None:
        self._found: dict[str, list[tuple[str, Origin]]] = {}

    def note(self, rule: str, origin: Origin, what: str) -> None:
        """Remembers one change; `what` is the thing as the author spelled it."""
        self._found.setdefault(rule, []).append((what, origin))

    def report_to(self, report: Report) -> None:
        """Reports each kind of change."""
        for rule, message in MESSAGES.items():
            found = self._found.get(rule, [])
            for group in [[one] for one in found] if rule in self.ONE_EACH else [found] if found else []:
                notes = tuple(Note(f"also here: {what}", origin) for what, origin in group[1 : 1 + MOST_PLACES])
                told = message.format(what=_listed(group))
                report.add(rule, group[0][1], told, notes=notes, on_key=rule in self.ON_KEY)


def _listed(found: list[tuple[str, Origin]]) -> str:
    counts: dict[str, int] = {}
    for what, _ in found:
        counts[what] = counts.get(what, 0) + 1
    named = [what if count == 1 else f"{what} ({count} times)" for what, count in counts.items()]
    rest = len(named) - MOST_NAMED
    return ", ".join(named[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
