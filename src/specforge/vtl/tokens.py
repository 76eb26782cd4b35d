"""The words of the Velocity Template Language: token kinds, tokens and spans of text.

The kinds follow Velocity 1.7, the version whose behaviour API Gateway shows.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """Is a half-open range of character offsets in a template."""

    start: int
    end: int


class Token(Struct, frozen=True, gc=False):
    """Is a lexical element; `lead` is where text before it begins that belongs to no token of its own (a lone `$`)."""

    kind: str
    lead: int
    start: int
    end: int


END_OF_TEMPLATE = "end of template"
INVALID = "invalid"
UNFINISHED = "unfinished"

TEXT = "text"
DOUBLE_ESCAPE = "double escape"
ESCAPE = "escape"
ESCAPED_DIRECTIVE = "escaped directive"
EMPTY_INDEX = "empty index"
LINE_COMMENT = "line comment"
BLOCK_COMMENT = "block comment"
OPEN_COMMENT = "open comment"
TEXT_BLOCK = "text block"

SET = "#set"
IF = "#if"
ELSEIF = "#elseif"
ELSE = "#else"
END = "#end"
WORD = "word"
BRACKETED_WORD = "bracketed word"

IDENTIFIER = "identifier"
DOT = "dot"
LEFT_CURLY = "left curly"
RIGHT_CURLY = "right curly"
LEFT_INDEX = "left index"
RIGHT_INDEX = "right index"

LEFT_PAREN = "left paren"
RIGHT_PAREN = "right paren"
RIGHT_ARGUMENTS = "right arguments"
LEFT_BRACKET = "left bracket"
RIGHT_BRACKET = "right bracket"
LEFT_MAP = "left map"
RIGHT_MAP = "right map"
COMMA = "comma"
COLON = "colon"
DOUBLE_DOT = "double dot"
WHITESPACE = "whitespace"
STRING = "string"
INTEGER = "integer"
FLOAT = "float"
TRUE = "true"
FALSE = "false"
NOT = "not"
ASSIGN = "assign"
OPERATOR = "operator"
