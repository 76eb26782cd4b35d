"""Parses a template of Terraform for a JSON document again: each expression is a value, both arms of a condition count.

Only calls of jsonencode that stand for a whole value, and directives on lines of their own, are ours; any other `${`
or `%{` is a text that would be taken for code.
"""

from __future__ import annotations

import re

from specforge.verify.json import find_fault as find_fault_of_json

_VALUE = re.compile(r"(?<!\$)\$\{jsonencode\(.*\)\}(?=,?$)", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%\{ (?:if \w+|else|endif) \}\n", re.MULTILINE)
_STRAY_COMMA = re.compile(r",(\s*\n\s*[}\]])")
_ESCAPED = re.compile(r"([$%])\1\{")
_OPENING = re.compile(r"[$%]\{")


def find_fault(text: str) -> str | None:
    """Returns where a text is no such template; None when it is."""
    plain = _STRAY_COMMA.sub(r"\1", _DIRECTIVE.sub("", _VALUE.sub("null", text)))
    opening = _OPENING.search(_ESCAPED.sub("", plain))
    if opening is not None:
        return f"{opening[0]} is not escaped"
    return find_fault_of_json(_ESCAPED.sub(r"\1{", plain))
