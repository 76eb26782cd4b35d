"""The runtime of the Python client, imported from where it stands."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

from specforge.render import template_root

FOLDER = template_root() / "python_client"


def load(name: str) -> ModuleType:
    """Returns a module of `templates/python_client/runtime`."""
    sys.path.insert(0, str(FOLDER))
    try:
        return import_module(f"runtime.{name}")
    finally:
        sys.path.remove(str(FOLDER))
