"""What a rule is, and the decorator that makes one of a function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import msgspec

from specforge.diagnostics import Finding, Fix, Note, Origin, RuleId, Severity

if TYPE_CHECKING:
    from specforge.document import Document
    from specforge.ir import Api

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
REST, HTTP, PLAIN = "rest", "http", "plain"
GATEWAY = (REST, HTTP)
AS_IS, STRICT, DEPLOY = "--import-as-is", "--strict", "deploy:"
"""What a rule may need that is no word of the document: two options, and that part of the configuration."""
EVERY_KIND = (REST, HTTP, PLAIN)


class Raw(NamedTuple):
    """Asks for the objects of the document that hold a key; `x-amazon-*` stands for every such key."""

    key: str


class Context(NamedTuple):
    """What a rule may look at beside its node.

    `as_is` judges the document as AWS would see it unchanged, `strict` asks a second judge too.
    """

    document: Document
    api: Api
    as_is: bool = False
    strict: bool = False


class Found(NamedTuple):
    """One thing that a rule found. `on_key` points at the key: a wrong name, or something absent below it."""

    origin: Origin
    message: str
    on_key: bool = False
    aws_message: str | None = None
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None


Findings = Iterator[Found]
Check = Callable[..., Findings]


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule: what it looks at, how bad it is, what it stops, and its documentation.

    `on` names the node types, or the key after `raw:`. `stops` is "everything", "gateway" or None.
    `emitted_by` names the stage that reports it where that is not the rule engine; `check` is then None.
    `needs` is a word without which the rule finds nothing, or several words parted by `|`: for a short text that has
    none of them it is not even loaded. It may also be AS_IS, STRICT or DEPLOY.
    """

    id: RuleId
    family: str
    severity: Severity
    on: tuple[str, ...]
    kinds: tuple[str, ...]
    stops: str | None
    since: str
    emitted_by: str | None
    check: Check | None
    documentation: str
    needs: str = ""

    def findings(self, node: Any, context: Context) -> Iterator[Finding]:
        """Yields what the rule finds at one node."""
        if self.check is None:
            return
        for found in self.check(node, context):
            yield Finding(
                rule=self.id,
                message=found.message,
                origin=found.origin,
                on_key=found.on_key,
                aws_message=found.aws_message,
                notes=found.notes,
                fix=found.fix,
            )


def rule(
    *,
    on: type | UnionType | Raw,
    severity: Severity,
    since: str,
    stops: str | None = None,
    kinds: tuple[str, ...] = GATEWAY,
    needs: str = "",
) -> Callable[[Check], Rule]:
    """Makes a rule of the `check` function of a rule file; the file's name is its id, the folder its family."""

    def decorate(check: Check) -> Rule:
        name = check.__module__
        made = _make(name, check, on=_names(on), severity=severity, since=since, stops=stops, kinds=kinds)
        return msgspec.structs.replace(made, needs=needs) if needs else made

    return decorate


def emitted(
    module: str,
    *,
    by: str,
    severity: Severity,
    since: str,
    stops: str | None = None,
    kinds: tuple[str, ...] = EVERY_KIND,
) -> Rule:
    """Makes a rule that another stage reports: reading, lowering, expanding or a target. Call it with `__name__`."""
    return _make(module, None, on=(), severity=severity, since=since, stops=stops, kinds=kinds, by=by)


def _make(
    module: str,
    check: Check | None,
    *,
    on: tuple[str, ...],
    severity: Severity,
    since: str,
    stops: str | None,
    kinds: tuple[str, ...],
    by: str | None = None,
) -> Rule:
    import sys  # lazy: the module's docstring is its documentation

    *_, family, name = module.split(".")
    return Rule(
        id=RuleId(name.replace("_", "-")),
        family=family,
        severity=severity,
        on=on,
        kinds=kinds,
        stops=stops,
        since=since,
        emitted_by=by,
        check=check,
        documentation=sys.modules[module].__doc__ or "",
    )


def _names(on: type | UnionType | Raw) -> tuple[str, ...]:
    if isinstance(on, Raw):
        return (f"raw:{on.key}",)
    return tuple(member.__name__ for member in (get_args(on) or (on,)))
