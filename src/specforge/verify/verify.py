"""The second line of defence: a file that does not parse in its own language is never written.

Input: the files of all targets. Output: nothing, or InternalError. Must not change a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from specforge.errors import ConfigError, InternalError
from specforge.output import OutputFile

LANGUAGES = {
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".tf": "hcl",
    ".tftpl": "tftpl",
    ".py": "python",
    ".pyi": "python",
    ".html": "html",
    ".toml": "toml",
}
"""Which module of this package parses a file, by its ending. Text without a grammar (.md, .txt) is not listed."""


def verify(files: Iterable[OutputFile], *, own_templates: bool = False) -> None:
    """Raises InternalError when a file cannot be parsed again by its own language.

    With templates of the user's own it is a ConfigError: the fault is as likely theirs.
    """
    parsers: dict[str, Callable[[str], str | None]] = {}
    for file in files:
        language = LANGUAGES.get(file.path.suffix)
        if language is None or isinstance(file.content, bytes):
            continue
        if language not in parsers:
            parsers[language] = import_module(f"specforge.verify.{language}").find_fault
        fault = parsers[language](file.content)
        if fault is not None:
            message = f"{file.path} does not parse as {language}: {fault}"
            raise ConfigError(f"with the templates given, {message}") if own_templates else InternalError(message)
