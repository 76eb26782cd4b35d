"""The libraries that every command needs, imported without what they need only for other uses."""

from __future__ import annotations

import os
from importlib import import_module

from specforge.spared import Later, later_function, spared

SCHEMAS = "msgspec._json_schema"


def import_click() -> None:
    """Imports click without `inspect`, which help pages ask for, and without looking for translations: 7 ms."""
    with spared(
        _platform(), Later("inspect", cleandoc=_cleaned), Later("gettext", gettext=_as_it_is, ngettext=_by_number)
    ):
        import_module("click")


def import_msgspec() -> None:
    """Imports msgspec without what makes JSON Schemas of types and with the plain `typing`: 4 ms."""
    functions = {name: later_function(SCHEMAS, name) for name in ("schema", "schema_components")}
    with spared(_platform(), "typing_extensions", Later("msgspec.inspect"), Later(SCHEMAS, **functions)):
        import_module("msgspec")


def _platform() -> Later:
    """Stands for the module that `uuid` asks for the name of the system, and that looks for much more."""
    return Later("platform", system=lambda: os.uname().sysname) if hasattr(os, "uname") else Later("platform")


def _cleaned(text: str) -> str:
    """Does for one line of help what it takes `inspect` to do for several."""
    if "\n" not in text:
        return text.expandtabs().lstrip()
    cleaned: str = import_module("inspect").cleandoc(text)
    return cleaned


def _as_it_is(text: str) -> str:
    return text


def _by_number(one: str, many: str, number: int) -> str:
    return one if number == 1 else many
