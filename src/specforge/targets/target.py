"""What a target is: one output of the compiler."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, Generic, TypeVar

import msgspec

from specforge.diagnostics import Report
from specforge.document import Cursor
from specforge.ir import Api, Kind
from specforge.output import OutputFile

OptionsT = TypeVar("OptionsT")

EVERY_KIND = (Kind.REST, Kind.HTTP, Kind.PLAIN)
GATEWAY_KINDS = (Kind.REST, Kind.HTTP)


class Target(msgspec.Struct, Generic[OptionsT], frozen=True, kw_only=True):
    """An output of `specforge build`.

    `emit` is pure: no disk, no clock, no environment. What it cannot express it reports. `options` is a
    msgspec.Struct whose fields, in kebab-case, are the keys under `build.<name>` of specforge.yaml.
    `gateway` targets stop when a finding stops the gateway; `kinds` says for which APIs it emits anything. A target
    that is not `by_default` is emitted when it is named.
    """

    name: str
    summary: str
    options: type[OptionsT]
    emit: Callable[[Api, OptionsT, Report], Iterable[OutputFile]]
    kinds: tuple[Kind, ...] = EVERY_KIND
    gateway: bool = False
    by_default: bool = True


class NoOptions(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The options of a target that has none."""


def read_options(options: type[OptionsT], at: Cursor | None, report: Report, **common: Any) -> OptionsT:
    """Returns a target's options from their place in specforge.yaml.

    `common` are defaults from elsewhere (such as `clients:`); an unknown or ill-typed key is a finding.
    """
    fields = {field.encode_name for field in msgspec.structs.fields(options)}  # type: ignore[arg-type]  # a Struct
    given: dict[str, Any] = {}
    for key, child in at.items() if at is not None else ():
        if key not in fields:
            message = f"{'.'.join(map(str, child.pointer()))} is no option of the target; {_known(key, fields)}"
            report.add("unknown-configuration-key", child, message, on_key=True)
            continue
        try:
            msgspec.convert({**common, key: child.value}, options)
        except msgspec.ValidationError as error:
            report.add("invalid-configuration", child, f"{'.'.join(map(str, child.pointer()))}: {_plain(error)}")
        else:
            given[key] = child.value
    return msgspec.convert({**common, **given}, options)


def _known(key: str, fields: Collection[str]) -> str:
    from difflib import get_close_matches  # lazy: 3 ms, on the error path only

    near = get_close_matches(key, fields, 1)
    if near:
        return f"did you mean {near[0]}?"
    return f"known are {', '.join(sorted(fields))}" if fields else "there are none"


def _plain(error: msgspec.ValidationError) -> str:
    text = str(error).partition(" - at ")[0].replace("`", "")
    return text[:1].lower() + text[1:]
