"""Text that a mapping template prints as it is."""

from __future__ import annotations

import json
import re

from specforge.source import Data, Deferred, Text

# What Velocity reads as its own: the marks of references and directives, and a backslash before one.
_MARKS = re.compile(r"[$#]|\\(?=[$#\\])|\\\Z")
_NAMES = {"$": "dollar", "#": "hash", "\\": "backslash"}
_CODES = {"$": "%24", "#": "%23", "\\": "%5C"}


def printed(text: Text) -> Text:
    """Returns the template that prints a text; expressions of the deployment in it stay.

    Velocity has no way to quote a mark, so a template that needs one makes it first.

    >>> str(printed(Text(("costs $5",))))
    "#set($dollar=$util.urlDecode('%24'))costs ${dollar}5"
    """
    used = dict.fromkeys(mark for part in text.parts if isinstance(part, str) for mark in _MARKS.findall(part))
    made = "".join(f"#set(${_NAMES[mark]}=$util.urlDecode('{_CODES[mark]}'))" for mark in used)
    parts = (part if isinstance(part, Deferred) else _MARKS.sub(_reference, part) for part in text.parts)
    whole = Text(())
    for part in (made, *parts):
        whole = whole + (part if isinstance(part, str) else Text((part,)))
    return whole


def _reference(found: re.Match[str]) -> str:
    return "${" + _NAMES[found[0]] + "}"


def printed_json(data: Data) -> str:
    r"""Returns the template that prints data as JSON: marks of Velocity stand in strings only, which can escape them.

    >>> printed_json({"price": "$5"})
    '{"price": "\\u00245"}'
    """
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("$", r"\u0024").replace("#", r"\u0023")
