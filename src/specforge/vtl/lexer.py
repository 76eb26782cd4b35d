"""Cuts a template into tokens, one at a time, as the parser asks for them.

Velocity 1.7 has one lexical state per kind of place (text, after `#`, after `$`, inside parentheses ...) on a stack;
what counts as a word depends on the state, and several of its refusals come from nothing else: so the states are kept.
"""

from __future__ import annotations

import re

from specforge.vtl import tokens as t
from specforge.vtl.tokens import Token

TEXT, PRE_DIRECTIVE, DIRECTIVE, REFERENCE, MEMBER, ARGUMENTS, INDEX = range(7)

_SET = r"(?P<set>[ \t]*(?:#set|#\{set\})\ *\()"
_NO_INDEX = r"(?P<empty_index>\$(?:\\?!)?\[|\$\.)"
_INNER_MARK = r"(?P<dollar>\\*\$(?:\\*!)?)|(?P<text_block>\#\[\[)|(?P<block_comment>\#\*\*(?=[^\#])|\#\*)|(?P<hash>\#)"
_MARK = r"(?P<line_comment>\#\#)|" + _INNER_MARK
_IDENTIFIER = r"(?P<identifier>[A-Za-z_][A-Za-z0-9_-]*)|(?P<dot>\.(?=[A-Za-z]))"
_CURLIES = r"(?P<left_curly>\{)|(?P<right_curly>\})"
_REST = r"(?P<terminator>.)"
_WORD = r"(?P<word>[A-Za-z_@][A-Za-z0-9_@]*)"
_BRACKETED_WORD = r"(?P<bracketed_word>\{[A-Za-z_][A-Za-z0-9_@]*\})"
_NUMBER = (
    r"(?P<integer_range>-?[0-9]+(?=\.\.))"
    r"|(?P<float>-?[0-9]+\.[0-9]*(?:[eE][+-]?[0-9]+)?|-?\.[0-9]+(?:[eE][+-]?[0-9]+)?|-?[0-9]+[eE][+-]?[0-9]+)"
    r"|(?P<integer>-?[0-9]+)"
)
_STRING = r"""(?P<string>"(?:[^"]++|"")*"|'(?:[^']++|'')*')"""
_SPACE = r"(?P<whitespace>[ \t\r\n]+)"
_BOOLEAN = r"(?P<boolean>(?:true|false)(?![A-Za-z0-9_@]))"
_COLLECTIONS = r"(?P<left_bracket>\[)|(?P<right_bracket>\])|(?P<comma>,)|(?P<double_dot>\.\.)|(?P<colon>:)"
_MAPS = r"(?P<left_map>\{)|(?P<right_map>\})"
_OPERATORS = (
    r"(?P<operator>&&|\|\||<=|>=|==|!=|[-+*/%<>]|(?:and|or|lt|le|gt|ge|eq|ne)(?![A-Za-z0-9_@]))"
    r"|(?P<not>!|not(?![A-Za-z0-9_@]))|(?P<assign>=)"
)
_NEWLINE = r"(?:[ \t]*(?:\r\n|\n|\r))?"
_KEYWORDS = (
    rf"(?P<end>(?:end(?![A-Za-z0-9_@])|\{{end\}}){_NEWLINE})"
    r"|(?P<if>if(?![A-Za-z0-9_@])|\{if\})"
    r"|(?P<elseif>elseif(?![A-Za-z0-9_@])|\{elseif\})"
    rf"|(?P<else>(?:else(?![A-Za-z0-9_@])|\{{else\}}){_NEWLINE})"
)


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.DOTALL)


_PATTERNS = {
    TEXT: _pattern(
        r"(?P<escaped_directive>(?:\\\\)*\\\#(?:[A-Za-z_@][A-Za-z0-9_@]*|\{[A-Za-z_][A-Za-z0-9_@]*\}))",
        _SET, _NO_INDEX, _MARK, r"(?P<double_escape>(?:\\\\)+)", r"(?P<escape>\\)", r"(?P<text>[^$\#\\]+)",
    ),
    PRE_DIRECTIVE: _pattern(_MARK, _KEYWORDS, _NUMBER, _WORD, _BRACKETED_WORD, _REST),
    DIRECTIVE: _pattern(
        _MARK, _SPACE, _STRING, _BOOLEAN, _NUMBER, _BRACKETED_WORD, _COLLECTIONS, _MAPS,
        r"(?P<left_paren>\()", rf"(?P<right_paren>\){_NEWLINE})", _OPERATORS, _WORD,
    ),
    REFERENCE: _pattern(_SET, _NO_INDEX, _MARK, r"(?P<left_index>\[)", _IDENTIFIER, _CURLIES, _REST),
    MEMBER: _pattern(_SET, _INNER_MARK, r"(?P<left_index>\[)", r"(?P<left_paren>\()", _IDENTIFIER, _CURLIES, _REST),
    ARGUMENTS: _pattern(
        _SET, _INNER_MARK, _SPACE, _STRING, _NUMBER, _COLLECTIONS, _MAPS, r"(?P<right_arguments>\))", _IDENTIFIER,
    ),
    INDEX: _pattern(_INNER_MARK, r"(?P<right_index>\])", _SPACE, _STRING, r"(?P<boolean>true|false)", _NUMBER),
}  # fmt: skip

_PLAIN = {
    "text": t.TEXT, "double_escape": t.DOUBLE_ESCAPE, "escape": t.ESCAPE, "escaped_directive": t.ESCAPED_DIRECTIVE,
    "left_bracket": t.LEFT_BRACKET, "right_bracket": t.RIGHT_BRACKET, "comma": t.COMMA, "double_dot": t.DOUBLE_DOT,
    "colon": t.COLON, "left_map": t.LEFT_MAP, "right_map": t.RIGHT_MAP, "whitespace": t.WHITESPACE,
    "operator": t.OPERATOR, "not": t.NOT, "assign": t.ASSIGN, "word": t.WORD, "bracketed_word": t.BRACKETED_WORD,
    "left_curly": t.LEFT_CURLY, "empty_index": t.EMPTY_INDEX,
}  # fmt: skip

_BRACKETS = {
    "dot": t.DOT, "left_paren": t.LEFT_PAREN, "right_paren": t.RIGHT_PAREN, "right_arguments": t.RIGHT_ARGUMENTS,
    "left_index": t.LEFT_INDEX, "right_index": t.RIGHT_INDEX, "right_curly": t.RIGHT_CURLY,
}  # fmt: skip

# What comes behind decides as in REFERENCE and MEMBER; a name that reads as a boolean is a token of its own.
_SIMPLE_REFERENCE = re.compile(
    r"\$(!?)([A-Za-z_][A-Za-z0-9_-]*+)((?:\.[A-Za-z][A-Za-z0-9_-]*+)*+)"
    r"(?![\[({}$\\]|\.[A-Za-z]|[ \t]*\#)(?<!true)(?<!false)"
)
_PROPERTIES = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9_-]*+)++(?![\[({}\#$\\]|\.[A-Za-z]|[ \t]*\#)(?<!\.true)(?<!\.false)")
_COMMENT_MARKS = re.compile(r"\*#|#\*\*[^#]|#\[\[|#\*|#", re.DOTALL)
_LINE_COMMENT_MARKS = re.compile(r"\r\n|\n|\r|#\*\*[^#]|#\[\[|#\*|#", re.DOTALL)
_TEXT_BLOCK_MARKS = re.compile(r"\]\]#|#\*\*[^#]|#\[\[|#\*|#", re.DOTALL)
_OPEN_DOLLAR = re.compile(r"\$(?:\\*!)?\Z")


class Lexer:
    """Reads tokens from a template and keeps Velocity's stack of lexical states."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.in_set = False
        self._state = TEXT
        self._opened = 0
        self._closed = 0
        self._stack: list[tuple[int, int, int]] = []

    def restart(self, position: int) -> None:
        """Goes on as plain text at `position`, forgetting all that is open."""
        self.position = position
        self.in_set = False
        self._state = TEXT
        self._opened = self._closed = 0
        self._stack.clear()

    def enter_directive(self) -> None:
        """Reads what follows as the arguments of the directive just named."""
        self._state = DIRECTIVE

    def leave(self) -> bool:
        """Returns to the state below; False when there is none."""
        if not self._stack:
            self._opened = 0
            self._state = TEXT
            return False
        self._state, self._opened, self._closed = self._stack.pop()
        return True

    def arguments_follow(self) -> bool:
        """Says whether an opening parenthesis comes next, blanks and newlines aside."""
        position, text = self.position, self.text
        while position < len(text) and text[position] in " \t\r\n":
            position += 1
        return text.startswith("(", position)

    def next(self) -> Token:
        """Returns the next token; past the end it is END_OF_TEMPLATE again and again."""
        text = self.text
        lead = start = self.position
        while True:
            if self.position >= len(text):
                kind = t.END_OF_TEMPLATE if self.position == start else t.UNFINISHED
                return Token(kind, lead, start, self.position)
            match = _PATTERNS[self._state].match(text, self.position)
            if match is None:
                self.position += 1
                return Token(t.INVALID, lead, start, self.position)
            group = match.lastgroup or ""
            if group == "terminator":
                start = self.position
                self.leave()
                continue
            self.position = match.end()
            if group == "dollar" or group == "hash":  # noqa: PLR1714  # in the innermost loop
                self._begin(group)
                continue
            if group == "identifier":
                # "true" and "false" are the only names that are none.
                kind = self._identifier() if text[self.position - 1] == "e" else t.IDENTIFIER
            else:
                kind = _PLAIN.get(group) or self._act(group)
            return Token(kind, lead, start, self.position)

    def simple_reference(self) -> re.Match[str] | None:
        """Takes a reference of names and dots only, `$a.b`, where plain text is read; most references are that."""
        if self._state != TEXT or self._stack:
            return None
        match = _SIMPLE_REFERENCE.match(self.text, self.position)
        if match is not None:
            self.position = match.end()
        return match

    def properties(self) -> re.Match[str] | None:
        """Takes `.a.b` behind a reference, where neither a call nor an index follows."""
        match = _PROPERTIES.match(self.text, self.position)
        if match is not None:
            self.position = match.end()
            self._state = MEMBER
        return match

    def _push(self, state: int) -> None:
        self._stack.append((self._state, self._opened, self._closed))
        self._opened = 0
        self._state = state

    def _begin(self, group: str) -> None:
        if self._state == REFERENCE or (group == "hash" and self._state == MEMBER):
            self.leave()
        self._push(REFERENCE if group == "dollar" else PRE_DIRECTIVE)

    def _act(self, group: str) -> str:
        match group:
            case "line_comment":
                return self._line_comment()
            case "block_comment":
                return self._block_comment()
            case "text_block":
                return self._text_block()
            case "set" | "if" | "elseif" | "else" | "end":
                return self._keyword(group)
            case "integer" | "integer_range" | "float":
                return self._number(group)
            case "string":
                return self._string()
            case "boolean":
                return t.TRUE if self.text.endswith("true", 0, self.position) else t.FALSE
            case _:
                return self._bracket(group)

    def _bracket(self, group: str) -> str:
        match group:
            case "dot":
                self._state = MEMBER
            case "left_paren":
                self._opened += 1
                if self._state == MEMBER:
                    self._state = ARGUMENTS
            case "right_paren":
                self._right_paren()
            case "right_arguments":
                self._state = REFERENCE
            case "left_index":
                self._push(INDEX)
            case _:
                self.leave()
        return _BRACKETS[group]

    def _line_comment(self) -> str:
        if self._state == REFERENCE:
            self.leave()
        before, mark = self.position, ""
        while match := _LINE_COMMENT_MARKS.search(self.text, self.position):
            self.position = match.end()
            mark = match.group()
            if mark[0] in "\r\n":
                return t.LINE_COMMENT
        return self._comment_at_end(before, mark, t.LINE_COMMENT)

    def _block_comment(self) -> str:
        before, mark = self.position, "#*"
        while match := _COMMENT_MARKS.search(self.text, self.position):
            self.position = match.end()
            mark = match.group()
            if mark == "*#":
                return t.BLOCK_COMMENT
        return self._comment_at_end(before, mark, t.OPEN_COMMENT)

    def _comment_at_end(self, before: int, mark: str, kind: str) -> str:
        # A mark or a "$" as the very last thing leaves Velocity waiting for more.
        end = len(self.text)
        waits = self.position == end and mark != ""
        self.position = end
        if waits or (end > before and _OPEN_DOLLAR.search(self.text, max(before, end - 64))):
            return t.UNFINISHED
        return kind

    def _text_block(self) -> str:
        while match := _TEXT_BLOCK_MARKS.search(self.text, self.position):
            self.position = match.end()
            if match.group() == "]]#":
                return t.TEXT_BLOCK
        self.position = len(self.text)
        return t.UNFINISHED

    def _keyword(self, group: str) -> str:
        if group == "set":
            self._push(DIRECTIVE)
            self.in_set = True
            self._opened += 1
        elif group in ("if", "elseif"):
            self._state = DIRECTIVE
        else:
            self.leave()
        return "#" + group

    def _number(self, group: str) -> str:
        stays = (ARGUMENTS,) if group == "float" else (ARGUMENTS, INDEX)
        if self._opened == 0 and not self.in_set and self._state not in stays:
            self.leave()
        return t.FLOAT if group == "float" else t.INTEGER

    def _string(self) -> str:
        if self._state == DIRECTIVE and not self.in_set and self._opened == 0:
            self.leave()
        return t.STRING

    def _identifier(self) -> str:
        for kind in (t.TRUE, t.FALSE):
            start = self.position - len(kind)
            if self.text.endswith(kind, 0, self.position) and not _is_identifier_part(self.text, start - 1):
                return kind
        return t.IDENTIFIER

    def _right_paren(self) -> None:
        while self._opened == 0:
            if not self.leave():
                return
        if self._opened == self._closed + 1:
            self.leave()
        else:
            self._closed += 1


def _is_identifier_part(text: str, position: int) -> bool:
    return position >= 0 and text[position].isascii() and (text[position].isalnum() or text[position] in "_-")
