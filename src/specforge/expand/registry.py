"""Finds short forms by their names. A short form is a module of this package that holds `FORM`, and a row here."""

from __future__ import annotations

from importlib import import_module

from specforge.expand.form import Form

MODULES = {
    "download": "download",
    "http": "http",
    "lambda": "lambda_function",
    "mock": "mock",
    "upload": "upload",
}
"""From the name of each short form to its module."""


def names() -> tuple[str, ...]:
    """Returns the names of all short forms, sorted."""
    return tuple(sorted(MODULES))


def find(name: str) -> Form | None:
    """Returns a short form; None when there is none of that name."""
    module = MODULES.get(name)
    if module is None:
        return None
    form: Form = import_module(f"specforge.expand.{module}").FORM  # lazy: only what a document uses
    return form
