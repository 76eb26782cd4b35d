"""Hands the parser its tokens, keeps its problems, and finds the place to go on after one."""

from __future__ import annotations

from bisect import bisect_left

from specforge.vtl import tokens as t
from specforge.vtl.errors import SYNTAX, SyntaxProblem, explain, find_header_end
from specforge.vtl.lexer import Lexer
from specforge.vtl.tokens import Span, Token

MAX_DEPTH = 64
MAX_PROBLEMS = 100
_WINDOW = 2000


class UnexpectedTokenError(Exception):
    """Leaves the construct being parsed for the nearest statement, with the problem already reported."""


class GivenUpError(Exception):
    """Ends the parse: too deep, or more problems than anyone reads."""


class Places:
    """Maps offsets of a text to offsets of the template it was cut from (`""` inside a string is one character)."""

    def __init__(self, base: int = 0, doubled: tuple[int, ...] = (), outer: Places | None = None) -> None:
        self._base = base
        self._doubled = doubled
        self._outer = outer

    def offset(self, position: int) -> int:
        """Returns the offset in the template of a position in this text."""
        inner = self._base + position + (bisect_left(self._doubled, position) if self._doubled else 0)
        return self._outer.offset(inner) if self._outer else inner


class TokenStream:
    """Reads one text; what the kinds of parser share."""

    def __init__(self, text: str, places: Places | None = None, problems: list[SyntaxProblem] | None = None) -> None:
        self.problems: list[SyntaxProblem] = [] if problems is None else problems
        self.text = text
        self.length = len(text)
        self.lexer = Lexer(text)
        self.is_whole = places is None
        self.places = places or Places()
        self.depth = 0
        self.directive: Token | None = None
        self.last_end = 0
        self._tokens: list[Token] = []
        self._failed_at = Token(t.END_OF_TEMPLATE, 0, 0, 0)

    def peek(self, ahead: int = 0) -> Token:
        """Returns a token without taking it."""
        tokens = self._tokens
        while len(tokens) <= ahead:
            tokens.append(self.lexer.next())
        return tokens[ahead]

    def is_at_text(self) -> bool:
        """Says whether no token has been looked at ahead."""
        return not self._tokens

    def next(self) -> Token:
        """Takes the next token."""
        token = self._tokens.pop(0) if self._tokens else self.lexer.next()
        self.last_end = token.end
        return token

    def skip_space(self) -> None:
        """Takes a blank if one comes next."""
        if self.peek().kind == t.WHITESPACE:
            self.next()

    def expect(self, kind: str, spelling: str) -> Token:
        """Takes a token of this kind, or reports what stands in its place."""
        if self.peek().kind != kind:
            raise self.unexpected(self.peek(), spelling)
        return self.next()

    def text_of(self, token: Token) -> str:
        """Returns the text of a token."""
        return self.text[token.start : token.end]

    def span(self, start: int, end: int) -> Span:
        """Returns positions of this text as a span of the template."""
        if self.is_whole:
            return Span(start, end)
        return Span(self.places.offset(start), self.places.offset(end))

    def report(self, kind: str, message: str, start: int, end: int) -> None:
        """Adds a problem."""
        span = self.span(min(start, self.length), min(max(end, start), self.length))
        self.problems.append(SyntaxProblem(kind, message, span.start, span.end))
        if len(self.problems) >= MAX_PROBLEMS:
            raise GivenUpError

    def unexpected(self, token: Token, expected: str) -> UnexpectedTokenError:
        """Reports a token that cannot stand where it stands, and returns what to raise."""
        self.report(SYNTAX, explain(self.text, token, expected), token.start, token.end)
        self._failed_at = token
        return UnexpectedTokenError()

    def resume(self, begun: Token) -> None:
        """Finds the place where parsing goes on after the construct begun with `begun` has failed."""
        failed = self._failed_at
        if failed.kind == t.END_OF_TEMPLATE:
            self.lexer.restart(len(self.text))
            self._tokens.clear()
            return
        position = max(failed.start, begun.end)
        is_header = begun.kind in (t.IF, t.ELSEIF, t.SET, t.WORD, t.BRACKETED_WORD)
        self._tokens.clear()
        self.lexer.restart(position)
        if is_header:
            self.skip_header(begun.end, position)

    def skip_header(self, opened: int, failed: int = 0) -> None:
        """Goes behind the parenthesis that closes the directive opened before `opened`, or to the end of the line."""
        begin = max(opened, failed)
        line_end = self.text.find("\n", begin, begin + _WINDOW)
        line_end = min(len(self.text), begin + _WINDOW) if line_end < 0 else line_end
        closing = find_header_end(self.text, opened, min(begin + _WINDOW, len(self.text)))
        if closing < begin:
            closing = self.text.rfind(")", begin, line_end)
        self._tokens.clear()
        self.lexer.restart(closing + 1 if closing >= begin else line_end)

    def enter(self, token: Token) -> None:
        """Goes one level deeper; whoever catches an UnexpectedTokenError goes back to his own level."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.bound_depth(self.directive or token)

    def bound_depth(self, token: Token, more: int = 0) -> None:
        """Gives up where nesting passes MAX_DEPTH."""
        if self.depth + more > MAX_DEPTH:
            self.report(SYNTAX, f"nested deeper than {MAX_DEPTH} levels", token.start, token.end)
            raise GivenUpError


class Nested:
    """Counts the depth, and remembers which block directive is open."""

    def __init__(self, parser: TokenStream, token: Token, *, block: bool) -> None:
        self._parser = parser
        self._token = token if block else parser.directive
        self._outer = parser.directive

    def __enter__(self) -> None:
        self._parser.depth += 1
        self._parser.directive = self._token
        self._parser.bound_depth(self._token or self._parser.peek())

    def __exit__(self, *_: object) -> None:
        self._parser.depth -= 1
        self._parser.directive = self._outer
