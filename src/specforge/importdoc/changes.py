"""What a written document says otherwise than its author: collected one by one, reported once per kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from specforge.diagnostics import Entry, Note, Origin, Pointer, Report

Verdict = Literal["rejects", "drops", "reads otherwise", "takes"]

MOST_NAMED = 8
MOST_PLACES = 4


class ChangeKind(NamedTuple):
    """A kind of change: what API Gateway would make of the author's form, why, and what was done about it.

    `message` is that of the finding, which names the things changed; `each` gives every one a finding of its own.
    """

    verdict: Verdict
    why: str
    done: str
    message: str
    each: bool = False
    on_key: bool = False


# Every id that this package raises; rules/emitting/ has a file of the same name for each.
# Source of the messages of AWS: the fact sheet behind docs/reference/coverage.md, sections "import behaviour".
KINDS: Mapping[str, ChangeKind] = {
    "openapi-version-rewritten": ChangeKind(
        "rejects",
        "OpenAPI 3.1 is answered with 'Invalid OpenAPI input.'; an HTTP API takes no Swagger 2.0 either",
        "written as OpenAPI 3.0.1",
        "the document is {what}; API Gateway takes 3.0.1, which the import document is",
    ),
    "openapi-2-rewritten": ChangeKind(
        "takes",
        "a REST API takes Swagger 2.0, but ignores its root `security` and names inline schemas in a way it refuses",
        "written as OpenAPI 3.0.1",
        "the document is {what}; the import document is OpenAPI 3.0.1",
    ),
    "schema-keyword-removed": ChangeKind(
        "rejects",
        "models are JSON Schema draft 4: 'Invalid model schema specified', or the keyword has no effect",
        "left out",
        "API Gateway's models know no {what}; left out of the import document",
        on_key=True,
    ),
    "schema-keyword-rewritten": ChangeKind(
        "rejects",
        "models are JSON Schema draft 4: 'Invalid model schema specified'",
        "said in older words that mean the same, or as little less as they can",
        "written in the import document with keywords that the importer knows: {what}",
    ),
    "model-renamed": ChangeKind(
        "rejects",
        "'Model name must be alphanumeric'",
        "renamed, every reference with it",
        "names of models must be alphanumeric; in the import document {what}",
        on_key=True,
    ),
    "wildcard-response-rewritten": ChangeKind(
        "rejects",
        "a status code is three digits",
        "written as the codes that it stands for, those to which the integration maps",
        "API Gateway rejects wildcard status codes; in the import document {what}",
    ),
    "condition-flattened": ChangeKind(
        "rejects",
        "Fn::If is CloudFormation's; an import knows no conditions",
        "the first branch; the SAM template and the Terraform module keep both",
        "the import document knows no conditions; it holds the first branch of {what}",
    ),
    "implied-type-written-out": ChangeKind(
        "takes",
        "a model without a type lets in every value that its keywords do not judge",
        "the type that the keywords are for",
        "the import document says the type that these keywords are for: {what}",
    ),
    "required-part-added": ChangeKind(
        "takes",
        "OpenAPI requires it; API Gateway does not always insist",
        "added",
        "OpenAPI requires it, so the import document has {what}",
    ),
    "method-not-importable": ChangeKind(
        "rejects",
        "'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY'",
        "left out: the operation is not deployed",
        "API Gateway has no TRACE method; the import document lacks {what}",
        each=True,
    ),
    "inline-schema-named": ChangeKind(
        "drops",
        "'Unsupported model type ... Ignoring.' for what is no object, and a name that is refused for an object",
        "made a model with a name",
        "inline schemas became models of the import document: {what}",
    ),
    "body-schema-removed": ChangeKind(
        "drops",
        "models judge JSON bodies only: 'Unsupported model type ... Ignoring.'",
        "left out; the media type stays",
        "API Gateway judges JSON bodies only; the import document has no inline schema for {what}",
    ),
    "mutual-tls-scheme-removed": ChangeKind(
        "drops",
        "'Unsupported security definition type'; client certificates are checked by the custom domain",
        "left out, with the requirements that name nothing else",
        "mutual TLS belongs to the custom domain; the import document lacks the scheme {what}",
        each=True,
    ),
    "ignored-part-removed": ChangeKind(
        "drops",
        "API Gateway has nothing that corresponds to it",
        "left out",
        "API Gateway's importer ignores {what}; left out of the import document",
        on_key=True,
    ),
    "inherited-security-written-out": ChangeKind(
        "reads otherwise",
        "a root `security` counts or not, by the version of OpenAPI and the kind of API",
        "repeated on every operation that has none of its own",
        "the import document repeats the `security` of the whole document on {what}",
    ),
    "deploy-time-value-kept": ChangeKind(
        "reads otherwise",
        "an import fills in its own variables and takes every other expression literally",
        "kept: the SAM template, the CloudFormation template and the Terraform module fill it in",
        "openapi.json keeps expressions that only CloudFormation or Terraform can fill in: {what}",
    ),
    "needed-resource-elsewhere": ChangeKind(
        "takes",
        "an import creates nothing but the API",
        "named as the deployment names it; the SAM and CloudFormation templates and the Terraform module create it",
        "openapi.json names what short forms need and an import does not create: {what}",
    ),
    "component-written-in-place": ChangeKind(
        "reads otherwise",
        "only schemas and security schemes become something in AWS; references to the rest are not all followed",
        "written wherever an operation refers to it",
        "the import document has no {what}; each is written where an operation refers to it",
        on_key=True,
    ),
}
# An HTTP API has no models: its import passes over schemas, as long as the document is one.
OF_HTTP_APIS: Mapping[str, tuple[Verdict, str]] = {
    "schema-keyword-removed": ("drops", "OpenAPI 3.0 has no such keyword, and an HTTP API no models"),
    "schema-keyword-rewritten": ("drops", "OpenAPI 3.0 has no such keyword, and an HTTP API no models"),
}


def kind_of(rule: str, *, is_rest: bool) -> ChangeKind:
    """Returns what a change is to API Gateway, by the kind of API."""
    kind = KINDS[rule]
    verdict, why = (kind.verdict, kind.why) if is_rest else OF_HTTP_APIS.get(rule, (kind.verdict, kind.why))
    return kind._replace(verdict=verdict, why=why)


class Change(NamedTuple):
    """One change; `what` is the thing as the author spelled it."""

    rule: str
    what: str
    origin: Origin


class Changes:
    """Collects changes while a document is written.

    One finding per kind names the first few things and places, so that a clean build stays readable;
    a lost operation or security scheme gets a finding of its own.
    """

    def __init__(self) -> None:
        self._found: dict[str, list[Change]] = {}

    def note(self, rule: str, origin: Origin, what: str) -> None:
        """Remembers one change."""
        self._found.setdefault(rule, []).append(Change(rule, what, origin))

    def of(self, rule: str) -> list[Change]:
        """Returns the changes of one kind; what stands in one place but is used by many is told once."""
        first: dict[tuple[str, Entry, Pointer], Change] = {}
        for change in self._found.get(rule, ()):
            first.setdefault((change.what, change.origin.entry, change.origin.pointer()), change)
        return list(first.values())

    def report_to(self, report: Report) -> None:
        """Reports each kind of change."""
        for rule, kind in KINDS.items():
            for group in _groups(self.of(rule), kind):
                told = kind.message.format(what=listed([change.what for change in group]))
                places = group[1 : 1 + MOST_PLACES]
                notes = tuple(Note(f"also here: {change.what}", change.origin) for change in places)
                report.add(rule, group[0].origin, told, notes=notes, on_key=kind.each or kind.on_key)


def _groups(found: list[Change], kind: ChangeKind) -> list[list[Change]]:
    """Returns the changes that share a finding."""
    if kind.each:
        return [[change] for change in found]
    return [found] if found else []


def listed(names: Sequence[str]) -> str:
    """Returns names for a message: each once, with how often it occurs, the first few of many."""
    counted = Counter(names)
    shown = [name if count == 1 else f"{name} ({count} times)" for name, count in counted.items()]
    rest = len(shown) - MOST_NAMED
    return ", ".join(shown[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
