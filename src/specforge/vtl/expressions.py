"""Parses what stands inside directives and references: values, operators, the path behind a reference."""

from __future__ import annotations

import re
from abc import abstractmethod

from specforge.vtl import ast
from specforge.vtl import tokens as t
from specforge.vtl.token_stream import MAX_DEPTH, Nested, TokenStream
from specforge.vtl.tokens import Span, Token

LITERALS = frozenset(
    (t.STRING, t.INTEGER, t.FLOAT, t.TRUE, t.FALSE, t.LEFT_BRACKET, t.LEFT_MAP, t.IDENTIFIER, t.LEFT_CURLY)
)
MAX_OPERATORS = 200
_PRECEDENCE = {
    "||": 1, "or": 1, "&&": 2, "and": 2, "==": 3, "eq": 3, "!=": 3, "ne": 3,
    "<": 4, "lt": 4, "<=": 4, "le": 4, ">": 4, "gt": 4, ">=": 4, "ge": 4,
    "+": 5, "-": 5, "*": 6, "/": 6, "%": 6,
}  # fmt: skip
_SPELLING = {"or": "||", "and": "&&", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}


class Expressions(TokenStream):
    """Parses expressions and references from a stream of tokens."""

    @abstractmethod
    def interpolated(self, value: str, doubled: tuple[int, ...], token: Token) -> tuple[ast.Statement, ...]:
        """Parses the inside of a double-quoted string as a template."""

    def expression(self, at_least: int = 1) -> ast.Expression:
        """Parses operators that bind at least as strongly as `at_least`, and their operands."""
        self.enter(self.peek())
        left = self._unary()
        count = 0
        while (token := self.peek()).kind == t.OPERATOR:
            spelling = self.text_of(token)
            precedence = _PRECEDENCE[spelling]
            if precedence < at_least:
                break
            self.next()
            count += 1
            self.bound_depth(token, count // MAX_OPERATORS * MAX_DEPTH)
            right = self.expression(precedence + 1)
            left = ast.Binary(_SPELLING.get(spelling, spelling), left, right, Span(left.span.start, right.span.end))
        self.depth -= 1
        return left

    def _unary(self) -> ast.Expression:
        nots: list[Token] = []
        while self.peek().kind == t.NOT or (self.peek().kind == t.WHITESPACE and self.peek(1).kind == t.NOT):
            self.skip_space()
            nots.append(self.next())
            self.bound_depth(nots[-1], len(nots))
        operand = self._primary()
        for token in reversed(nots):
            operand = ast.Not(operand, Span(self.places.offset(token.start), operand.span.end))
        return operand

    def _primary(self) -> ast.Expression:
        self.skip_space()
        if self.peek().kind == t.LEFT_PAREN:
            self.next()
            value = self.expression()
            self.expect(t.RIGHT_PAREN, ")")
        else:
            value = self.literal()
        self.skip_space()
        return value

    def _parameter(self) -> ast.Expression:
        self.skip_space()
        value = self.literal()
        self.skip_space()
        return value

    def literal(self) -> ast.Expression:
        """Parses one value without blanks around it."""
        token = self.peek()
        if token.kind in (t.IDENTIFIER, t.LEFT_CURLY):
            return self.reference()
        if token.kind not in LITERALS:
            raise self.unexpected(token, "a value")
        self.next()
        span = self.span(token.start, token.end)
        match token.kind:
            case t.STRING:
                return self._string(token)
            case t.INTEGER | t.FLOAT:
                return self._number(token, span)
            case t.TRUE | t.FALSE:
                return ast.BooleanLiteral(token.kind == t.TRUE, span)
            case t.LEFT_BRACKET:
                return self._list(token)
            case _:
                return self._map(token)

    def _number(self, token: Token, span: Span) -> ast.IntegerLiteral | ast.FloatLiteral:
        spelling = self.text_of(token)
        if spelling[0] in "#$\\!":
            # A stray sigil becomes part of the number, and Java then fails to read it.
            raise self.unexpected(token, "a number")
        return ast.IntegerLiteral(spelling, span) if token.kind == t.INTEGER else ast.FloatLiteral(spelling, span)

    def _list(self, opened: Token) -> ast.ListLiteral | ast.RangeLiteral:
        items: list[ast.Expression] = []
        with Nested(self, opened, block=False):
            if self.peek().kind != t.RIGHT_BRACKET:
                items.append(self._parameter())
                if self.peek().kind == t.DOUBLE_DOT and isinstance(items[0], ast.IntegerLiteral | ast.Reference):
                    return self._range(opened, items[0])
                while self.peek().kind == t.COMMA:
                    self.next()
                    items.append(self._parameter())
            closing = self.expect(t.RIGHT_BRACKET, "]")
        return ast.ListLiteral(tuple(items), self.span(opened.start, closing.end))

    def _range(self, opened: Token, first: ast.Expression) -> ast.RangeLiteral:
        self.next()
        self.skip_space()
        if self.peek().kind not in (t.INTEGER, t.IDENTIFIER, t.LEFT_CURLY):
            raise self.unexpected(self.peek(), "an integer or a reference")
        last = self._parameter()
        closing = self.expect(t.RIGHT_BRACKET, "]")
        return ast.RangeLiteral(first, last, self.span(opened.start, closing.end))

    def _map(self, opened: Token) -> ast.MapLiteral:
        entries: list[tuple[ast.Expression, ast.Expression]] = []
        with Nested(self, opened, block=False):
            self.skip_space()
            while self.peek().kind not in (t.RIGHT_MAP, t.RIGHT_CURLY) or entries:
                key = self._parameter()
                self.expect(t.COLON, ":")
                entries.append((key, self._parameter()))
                if self.peek().kind != t.COMMA:
                    break
                self.next()
            closing = self.peek()
            if closing.kind not in (t.RIGHT_MAP, t.RIGHT_CURLY):
                raise self.unexpected(closing, "}")
            self.next()
        return ast.MapLiteral(tuple(entries), self.span(opened.start, closing.end))

    def _string(self, token: Token) -> ast.StringLiteral:
        span = self.span(token.start, token.end)
        quoted = self.text_of(token)
        quote, inside = quoted[0], quoted[1:-1]
        value = inside.replace(quote * 2, quote)
        if quote == "'" or not ("$" in inside or "#" in inside):
            return ast.StringLiteral(value, None, span)
        doubled = _doubled_quotes(inside)
        parts = self.interpolated(value, doubled, token)
        return ast.StringLiteral(value, parts, span)

    def reference(self) -> ast.Reference:
        """Parses a reference and the path behind it."""
        first = self.next()
        formal = first.kind == t.LEFT_CURLY
        named = self.next() if formal else first
        if named.kind != t.IDENTIFIER:
            raise self.unexpected(named, "a name")
        spelling = self.text_of(first)
        # Behind "${" the name is taken as it stands: `${$x}` asks for a variable `$x`, which nobody can set.
        name = self.text_of(named) if formal else self.text_of(named).lstrip("\\$!#")
        prefix = spelling if formal else spelling[: len(spelling) - len(name)]
        self.enter(first)
        path = self._path()
        self.depth -= 1
        end = self.expect(t.RIGHT_CURLY, "}").end if formal else self.last_end
        return ast.Reference(
            name, "!" in prefix, formal, prefix, path,
            self.span(named.end - len(name), named.end), self.span(first.start, end),
        )  # fmt: skip

    def _path(self) -> tuple[ast.Step, ...]:
        steps: list[ast.Step] = []
        while True:
            if self.is_at_text() and (found := self.lexer.properties()):
                self._take_properties(found, steps)
                return tuple(steps)
            token = self.peek()
            if token.kind == t.LEFT_INDEX:
                steps.append(self._index())
            elif token.kind == t.DOT and self.peek(1).kind == t.IDENTIFIER:
                self.next()
                steps.append(self._member())
            else:
                return tuple(steps)

    def _take_properties(self, found: re.Match[str], steps: list[ast.Step]) -> None:
        at = found.start()
        for name in found[0][1:].split("."):
            steps.append(ast.Property(name, self.span(at + 1, at + 1 + len(name))))
            at += 1 + len(name)
        self.last_end = at

    def _index(self) -> ast.Index:
        opened = self.next()
        self.skip_space()
        token = self.peek()
        if token.kind not in (t.STRING, t.INTEGER, t.TRUE, t.FALSE, t.IDENTIFIER, t.LEFT_CURLY):
            raise self.unexpected(token, "a string, an integer or a reference")
        key = self.literal()
        self.skip_space()
        closing = self.expect(t.RIGHT_INDEX, "]")
        return ast.Index(key, self.span(opened.start, closing.end))

    def _member(self) -> ast.Property | ast.Method:
        token = self.next()
        name = self.text_of(token)
        if not self._is_call():
            return ast.Property(name, self.span(token.start, token.end))
        self.next()
        arguments: list[ast.Expression] = []
        if self.peek().kind != t.RIGHT_ARGUMENTS:
            arguments.append(self._parameter())
            while self.peek().kind == t.COMMA:
                self.next()
                arguments.append(self._parameter())
        closing = self.expect(t.RIGHT_ARGUMENTS, ")")
        return ast.Method(name, tuple(arguments), self.span(token.start, closing.end))

    def _is_call(self) -> bool:
        # What cannot begin an argument makes the parenthesis text: "$a.b(" at the end of a line is legal.
        if self.peek().kind != t.LEFT_PAREN:
            return False
        kind = self.peek(1).kind
        return kind in LITERALS or kind in (t.RIGHT_ARGUMENTS, t.WHITESPACE)


def _doubled_quotes(inside: str) -> tuple[int, ...]:
    """Returns where, in the text with its doubled quotes undone, a quote stood twice."""
    positions: list[int] = []
    at = inside.find('""')
    while at >= 0:
        positions.append(at - len(positions))
        at = inside.find('""', at + 2)
    return tuple(positions)
