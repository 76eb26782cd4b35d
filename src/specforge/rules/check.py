"""Runs the rules.

Input: a document and its model. Output: findings, in the order of the walk. Must not settle severities or places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from specforge.diagnostics import Finding
from specforge.document.occurrences import occurrences
from specforge.ir.walk import nodes
from specforge.rules.registry import Row, load, rows
from specforge.rules.rule import AS_IS, DEPLOY, STRICT, Context, Rule

EXTENSIONS = "raw:x-amazon-*"
EXTENSION_PREFIX = "x-amazon-"
UNKNOWN_VERSION = "unknown-openapi-version"
"""The one rule for a document of which nothing else can be told."""

LONG_TEXT = 300_000
"""From how many characters on the few milliseconds that unloaded rules save are not worth a search."""

ESCAPES = ("\\u00", "\\x")
"""How a letter of a keyword may be spelled in JSON and in double quotes."""
BEFORE_TARGET = " \t\r\n:\"'"

SCHEMA_NODES = frozenset(
    {
        "Scalar",
        "Enum",
        "Array",
        "Object",
        "Property",
        "OneOf",
        "AllOf",
        "Not",
        "Named",
        "Anything",
        "Nothing",
        "Discriminator",
    }
)


def check(context: Context) -> Iterator[Finding]:
    """Yields what every rule for this kind of API finds in the document and in its model."""
    if not context.strict:
        return _findings(context)
    from specforge.rules.second_opinions import said_once  # lazy: under --strict only

    return said_once(_findings(context))


def _findings(context: Context) -> Iterator[Finding]:
    kind = context.api.kind.value
    if not context.document.version.known:
        yield from load(UNKNOWN_VERSION).findings(context.document, context)
        return
    by_node: dict[str, list[Row]] = {}
    lacks = _lacking(context)
    for row in rows().values():
        if kind in row.kinds and not (row.needs and lacks(row.needs)):
            for name in row.on:
                by_node.setdefault(name, []).append(row)
    yield from _document_rules(by_node.get("Document", ()), context)
    yield from _raw_rules(by_node, context)
    yield from _model_rules(by_node, context)


def _lacking(context: Context) -> Callable[[str], bool]:
    """Returns what tells that a rule lacks what it needs.

    Words are looked for only where that costs less than loading rules, and where none may be spelled by escapes or
    stand in another file, which may not have been read yet. A configuration is not searched: with one, every word
    counts as there.
    """
    deployed = context.api.deployment is not None
    given = {AS_IS: context.as_is, STRICT: context.strict, DEPLOY: deployed}
    texts = [source.text for source in context.document.references.sources]
    searched = not deployed and all(len(text) <= LONG_TEXT and _is_whole(text) for text in texts)

    def lacks(needs: str) -> bool:
        if needs in given:
            return not given[needs]
        return searched and not any(word in text for word in needs.split("|") for text in texts)

    return lacks


def _is_whole(text: str) -> bool:
    """Tells whether a text spells its keys as they are and refers to no other."""
    if any(sign in text for sign in ESCAPES):
        return False
    return all(target.lstrip(BEFORE_TARGET).startswith("#") for target in text.split("$ref")[1:])


def _document_rules(found: list[Row] | tuple[()], context: Context) -> Iterator[Finding]:
    for row in found:
        yield from load(row.id).findings(context.document, context)


def _raw_rules(by_node: dict[str, list[Row]], context: Context) -> Iterator[Finding]:
    extended = any("x-amazon" in source.text for source in context.document.references.sources)
    keys = frozenset(
        name.removeprefix("raw:")
        for name in by_node
        if name.startswith("raw:") and (extended or EXTENSION_PREFIX not in name)
    )
    prefix = EXTENSION_PREFIX if extended and EXTENSIONS in by_node else ""
    rules = _Loaded(by_node)
    for key, cursor in occurrences(context.document.root, keys, prefix=prefix):
        node = cursor.get(key)
        for rule in rules[f"raw:{key}"]:
            yield from rule.findings(node, context)
        for rule in rules[EXTENSIONS] if key.startswith(EXTENSION_PREFIX) else ():
            yield from rule.findings(node, context)


def _model_rules(by_node: dict[str, list[Row]], context: Context) -> Iterator[Finding]:
    schemas = not SCHEMA_NODES.isdisjoint(by_node)
    rules = _Loaded(by_node)
    for node in nodes(context.api, schemas=schemas):
        for rule in rules[type(node).__name__]:
            yield from rule.findings(node, context)


class _Loaded(dict[str, list[Rule]]):
    """The rules for each kind of node, loaded when the first of that kind is met."""

    def __init__(self, by_node: dict[str, list[Row]]) -> None:
        super().__init__()
        self._by_node = by_node

    def __missing__(self, name: str) -> list[Rule]:
        self[name] = [load(row.id) for row in self._by_node.get(name, ())]
        return self[name]
