"""What a target is: one output of the compiler."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
    `gateway` targets stop when a finding stops the gateway; `kinds` says for which APIs it emits anything.
    """

    name: str
    summary: str
    options: type[OptionsT]
    emit: Callable[[Api, OptionsT, Report], Iterable[OutputFile]]
    kinds: tuple[Kind, ...] = EVERY_KIND
    gateway: bool = False


class NoOptions(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The options of a target that has none."""


def read_options(options: type[OptionsT], at: Cursor | None, report: Report, **common: Any) -> OptionsT:
    """Returns a target's options from their place in specforge.yaml.

    `common` are defaults from elsewhere (such as `clients:`); an unknown or ill-typed key is a finding.
    """
    given = dict(at.value) if at is not None and isinstance(at.value, dict) else {}
    try:
        return msgspec.convert({**common, **given}, options)
    except msgspec.ValidationError as error:
        if at is not None:
            report.add("invalid-configuration", at, str(error))
        return msgspec.convert(common, options)
