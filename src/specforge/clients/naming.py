"""The words of a name: what every language makes its identifiers of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from specforge.ir import Operation

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+")
_VARIABLE = re.compile(r"\{([^{}]*)\}")


@lru_cache(maxsize=10_000)
def split_words(name: str) -> tuple[str, ...]:
    """Returns the words of a name in lower case; letters lose their accents, all else separates.

    >>> split_words("getHTTPResponse-v2"), split_words("Größe"), split_words("注文")
    (('get', 'http', 'response', 'v2'), ('grosse',), ())
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("\u0131", "i"))
        name = "".join(char for char in name if not unicodedata.combining(char))
    return tuple(word.lower() for word in _WORD.findall(name))


def operation_words(operation: Operation, group: str) -> tuple[str, ...]:
    """Returns the words of an operation's name: its operationId without the group's name, else method and path."""
    words = split_words(operation.operation_id or "")
    if not words:
        return (operation.method.lower(), *path_words(operation.path))
    prefix = split_words(group)
    if len(words) > len(prefix) and words[: len(prefix)] == prefix:
        return words[len(prefix) :]
    return words


def path_words(path: str) -> tuple[str, ...]:
    """Returns the words of a path.

    >>> path_words("/orders/{orderId}/notes")
    ('orders', 'by', 'order', 'id', 'notes')
    """
    spelled = _VARIABLE.sub(lambda match: f" by {match[1]} ", path)
    return split_words(spelled)


class UniqueNames:
    """Hands out names, each once: a later one that is taken gets a number."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in reserved}
        self._last: dict[str, int] = {}

    def take(self, name: str, separator: str = "_") -> str:
        """Returns the name, or the first free one of `name_2`, `name_3`, ...; letter case tells no names apart."""
        candidate, number = name, self._last.get(name, 1)
        while candidate.casefold() in self._taken:
            number += 1
            candidate = f"{name}{separator}{number}"
        self._last[name] = number
        self._taken.add(candidate.casefold())
        return candidate
