"""The files of a folder as they are, for code that goes into a package."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

_LEFT_OUT = frozenset({"__pycache__", ".git", ".venv", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".DS_Store"})


def read_folder(top: str, most: int) -> Mapping[str, bytes] | None:
    """Returns the files below a folder by their paths with `/`, in order; None when they hold more than `most` bytes.

    A link is left out, wherever it leads.
    """
    found: dict[str, bytes] = {}
    left = most
    for path in sorted(_paths(top)):
        with open(path, "rb") as file:
            content = file.read(left + 1)
        left -= len(content)
        if left < 0:
            return None
        found[os.path.relpath(path, top).replace(os.sep, "/")] = content
    return found


def _paths(top: str) -> Iterator[str]:
    for folder, folders, files in os.walk(top):
        folders[:] = [name for name in folders if name not in _LEFT_OUT]
        for name in files:
            path = os.path.join(folder, name)
            if name not in _LEFT_OUT and not name.endswith((".pyc", ".pyo")) and _is_plain(path):
                yield path


def _is_plain(path: str) -> bool:
    return os.path.isfile(path) and not os.path.islink(path)
