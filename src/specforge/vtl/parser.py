"""Builds the syntax tree of a template and finds all its syntax errors in one pass.

In: the text of a template. Out: statements and problems. It never raises and never evaluates.
The grammar and its refusals are those of Apache Velocity 1.7, which tests/vtl compares with the original.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from msgspec import Struct

from specforge.vtl import ast, directives
from specforge.vtl import tokens as t
from specforge.vtl.errors import SYNTAX, UNCLOSED_DIRECTIVE, SyntaxProblem, explain, find_header_end
from specforge.vtl.lexer import Lexer
from specforge.vtl.tokens import Span, Token

MAX_DEPTH = 64
MAX_PROBLEMS = 100

_LITERALS = frozenset((t.STRING, t.INTEGER, t.FLOAT, t.TRUE, t.FALSE, t.LEFT_BRACKET, t.LEFT_MAP, t.IDENTIFIER, t.LEFT_CURLY))
_TEXTS = frozenset(
    (t.TEXT, t.DOT, t.RIGHT_PAREN, t.LEFT_PAREN, t.INTEGER, t.FLOAT, t.STRING, t.ESCAPE, t.LEFT_CURLY, t.RIGHT_CURLY,
     t.EMPTY_INDEX)
)  # fmt: skip
_BLOCK_ENDS = frozenset((t.END, t.ELSE, t.ELSEIF, t.END_OF_TEMPLATE))
_PRECEDENCE = {
    "||": 1, "or": 1, "&&": 2, "and": 2, "==": 3, "eq": 3, "!=": 3, "ne": 3,
    "<": 4, "lt": 4, "<=": 4, "le": 4, ">": 4, "gt": 4, ">=": 4, "ge": 4,
    "+": 5, "-": 5, "*": 6, "/": 6, "%": 6,
}  # fmt: skip
_SPELLING = {"or": "||", "and": "&&", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_WINDOW = 2000


class Template(Struct, frozen=True):
    """Is a parsed template; where `errors` is not empty, `ast` holds what could be read around them."""

    ast: tuple[ast.Statement, ...]
    errors: tuple[SyntaxProblem, ...]


def parse(template: str) -> Template:
    """Parses a template; never raises."""
    parser = Parser(template)
    body = parser.template()
    return Template(body, tuple(sorted(parser.problems, key=lambda problem: (problem.start, problem.end))))


class _Unexpected(Exception):
    """Leaves the construct being parsed for the nearest statement, with the problem already reported."""


class _GivenUp(Exception):
    """Ends the parse: too deep, or more problems than anyone reads."""


class _Places:
    """Maps offsets of a text to offsets of the template it was cut from (`""` inside a string is one character)."""

    def __init__(self, base: int = 0, doubled: tuple[int, ...] = (), outer: _Places | None = None) -> None:
        self._base = base
        self._doubled = doubled
        self._outer = outer

    def offset(self, position: int) -> int:
        inner = self._base + position + (bisect_left(self._doubled, position) if self._doubled else 0)
        return self._outer.offset(inner) if self._outer else inner


class Parser:
    """Parses one text; a double-quoted string gets a Parser of its own that shares the problems."""

    def __init__(self, text: str, places: _Places | None = None, problems: list[SyntaxProblem] | None = None) -> None:
        self.problems: list[SyntaxProblem] = [] if problems is None else problems
        self._text = text
        self._lexer = Lexer(text)
        self._tokens: list[Token] = []
        self._places = places or _Places()
        self._depth = 0
        self._macros: set[str] = set()
        self._directive: Token | None = None

    # statements

    def template(self) -> tuple[ast.Statement, ...]:
        """Parses to the end of the text, going on after every problem."""
        body: list[ast.Statement] = []
        try:
            self._statements(body, frozenset((t.END_OF_TEMPLATE,)))
        except _GivenUp:
            pass
        return tuple(body)

    def _statements(self, body: list[ast.Statement], ends: frozenset[str]) -> None:
        while (token := self._peek()).kind not in ends:
            try:
                self._statement(token, body)
            except _Unexpected:
                self._resume(token)

    def _statement(self, token: Token, body: list[ast.Statement]) -> None:
        kind = token.kind
        if kind == t.IDENTIFIER or (kind == t.LEFT_CURLY and self._peek(1).kind == t.IDENTIFIER):
            self._lone_text(token, body)
            body.append(self._reference())
            return
        self._next()
        if kind in _TEXTS:
            body.append(ast.Text(self._text[token.lead : token.end], self._span(token.lead, token.end)))
            return
        self._lone_text(token, body)
        handler = _STATEMENTS.get(kind)
        if handler is not None:
            body.append(handler(self, token))
        else:
            self._stray(token)

    def _lone_text(self, token: Token, body: list[ast.Statement]) -> None:
        if token.lead < token.start:
            body.append(ast.Text(self._text[token.lead : token.start], self._span(token.lead, token.start)))

    def _stray(self, token: Token) -> None:
        if token.kind not in (t.END, t.ELSE, t.ELSEIF):
            raise self._unexpected(token, "")
        inside = f"#{self._text_of(self._directive)}" if self._directive else ""
        where = f" inside {inside}" if inside and token.kind != t.END else " without an open #if"
        if token.kind == t.END:
            where = " closes nothing"
        self._report(SYNTAX, f"{token.kind}{where}", token.start, token.start + len(self._text_of(token).rstrip()))
        if token.kind == t.ELSEIF:
            self._lexer.restart(token.end)
            self._skip_header(token.end)

    def _if(self, token: Token) -> ast.If:
        branches: list[ast.Branch] = []
        ends = _BLOCK_ENDS
        opened = token
        with _Nested(self, token, block=True):
            while True:
                condition = self._condition(opened) if opened.kind != t.ELSE else None
                body: list[ast.Statement] = []
                self._statements(body, ends)
                closing = self._peek()
                branches.append(ast.Branch(condition, tuple(body), self._span(opened.start, closing.start)))
                if closing.kind not in (t.ELSEIF, t.ELSE):
                    break
                opened = self._next()
                if opened.kind == t.ELSE:
                    ends = frozenset((t.END, t.END_OF_TEMPLATE))
        return ast.If(tuple(branches), self._span(token.start, self._close(token)))

    def _condition(self, opened: Token) -> ast.Expression | None:
        try:
            self._skip_space()
            self._expect(t.LEFT_PAREN, "(")
            condition = self._expression()
            self._expect(t.RIGHT_PAREN, ")")
        except _Unexpected:
            self._resume(opened)
            return None
        return condition

    def _close(self, opened: Token) -> int:
        closing = self._peek()
        if closing.kind == t.END:
            self._next()
            return closing.end
        name = self._text_of(opened).split("(", 1)[0].strip()
        self._report(UNCLOSED_DIRECTIVE, f"{name} has no #end", opened.start, opened.end)
        return closing.start

    def _set(self, token: Token) -> ast.Set:
        self._skip_space()
        if self._peek().kind not in (t.IDENTIFIER, t.LEFT_CURLY):
            raise self._unexpected(self._peek(), "a reference such as $name")
        target = self._reference()
        self._skip_space()
        self._expect(t.ASSIGN, "=")
        value = self._expression()
        closing = self._expect(t.RIGHT_PAREN, ")")
        self._lexer.in_set = False
        return ast.Set(target, value, self._span(token.start, closing.end))

    def _verbatim(self, token: Token) -> ast.Verbatim:
        text = self._text[token.start : token.end]
        return ast.Verbatim(text[text.index("#[[") + 3 : -3], self._span(token.start, token.end))

    def _comment(self, token: Token) -> ast.Comment:
        return ast.Comment(token.kind != t.OPEN_COMMENT, self._span(token.start, token.end))

    def _escapes(self, token: Token) -> ast.Escapes:
        return ast.Escapes(self._text_of(token), self._span(token.start, token.end))

    def _escaped_directive(self, token: Token) -> ast.EscapedDirective:
        return ast.EscapedDirective(self._text_of(token), self._span(token.start, token.end))

    # directives by name

    def _word(self, token: Token) -> ast.Statement:
        name = self._text_of(token).rpartition("#")[2].strip("{}")
        self._lexer.enter_directive()
        if not self._lexer.arguments_follow():
            self._lexer.leave()
            return self._bare_word(token, name)
        is_block = name in directives.BLOCKS or name.startswith("@")
        arguments: tuple[ast.Expression, ...] = ()
        with _Nested(self, token, block=is_block):
            try:
                arguments = self._directive_arguments(token, name)
            except _Unexpected:
                if not is_block:
                    raise
                self._resume(token)
            else:
                self._judge(token, name, arguments)
            body: list[ast.Statement] = []
            if is_block:
                self._statements(body, frozenset((t.END, t.END_OF_TEMPLATE)))
        end = self._close(token) if is_block else self._last_end
        if name == "macro" and arguments and isinstance(arguments[0], ast.Word):
            self._macros.add(arguments[0].value)
        return directives.statement(name, arguments, tuple(body) if is_block else None, self._span(token.start, end))

    def _bare_word(self, token: Token, name: str) -> ast.Statement:
        if name in directives.NEED_ARGUMENTS:
            self._report(SYNTAX, f"#{name} needs arguments in parentheses", token.start, token.end)
        return ast.Call(name, None, None, self._span(token.start, token.end))

    def _directive_arguments(self, token: Token, name: str) -> tuple[ast.Expression, ...]:
        self._skip_space()
        self._expect(t.LEFT_PAREN, "(")
        arguments: list[ast.Expression] = []
        while True:
            self._skip_space()
            after_comma = self._peek().kind == t.COMMA
            if after_comma:
                self._next()
                self._skip_space()
            argument = self._peek()
            if argument.kind == t.WORD:
                self._next()
                arguments.append(ast.Word(self._text_of(argument), self._span(argument.start, argument.end)))
            elif argument.kind in _LITERALS:
                arguments.append(self._literal())
            elif after_comma:
                raise self._unexpected(argument, "an argument")
            else:
                break
        self._expect(t.RIGHT_PAREN, ")")
        return tuple(arguments)

    def _judge(self, token: Token, name: str, arguments: tuple[ast.Expression, ...]) -> None:
        problem = directives.argument_problem(name, arguments, self._macros)
        if problem:
            self._report(SYNTAX, problem, token.start, self._last_end)

    # expressions

    def _expression(self, at_least: int = 1) -> ast.Expression:
        with _Nested(self, self._peek(), block=False):
            left = self._unary()
            while (token := self._peek()).kind == t.OPERATOR:
                spelling = self._text_of(token)
                precedence = _PRECEDENCE[spelling]
                if precedence < at_least:
                    break
                self._next()
                right = self._expression(precedence + 1)
                span = Span(left.span.start, right.span.end)
                left = ast.Binary(_SPELLING.get(spelling, spelling), left, right, span)
            return left

    def _unary(self) -> ast.Expression:
        nots: list[Token] = []
        while True:
            self._skip_space()
            if self._peek().kind != t.NOT:
                break
            nots.append(self._next())
        operand = self._primary()
        for token in reversed(nots):
            operand = ast.Not(operand, Span(self._places.offset(token.start), operand.span.end))
        return operand

    def _primary(self) -> ast.Expression:
        self._skip_space()
        if self._peek().kind == t.LEFT_PAREN:
            self._next()
            value = self._expression()
            self._expect(t.RIGHT_PAREN, ")")
        else:
            value = self._literal()
        self._skip_space()
        return value

    def _parameter(self) -> ast.Expression:
        self._skip_space()
        value = self._literal()
        self._skip_space()
        return value

    def _literal(self) -> ast.Expression:
        token = self._peek()
        if token.kind in (t.IDENTIFIER, t.LEFT_CURLY):
            return self._reference()
        if token.kind not in _LITERALS:
            raise self._unexpected(token, "a value")
        self._next()
        span = self._span(token.start, token.end)
        match token.kind:
            case t.STRING:
                return self._string(token)
            case t.INTEGER:
                return ast.IntegerLiteral(self._text_of(token), span)
            case t.FLOAT:
                return ast.FloatLiteral(self._text_of(token), span)
            case t.TRUE | t.FALSE:
                return ast.BooleanLiteral(token.kind == t.TRUE, span)
            case t.LEFT_BRACKET:
                return self._list(token)
            case _:
                return self._map(token)

    def _list(self, opened: Token) -> ast.ListLiteral | ast.RangeLiteral:
        items: list[ast.Expression] = []
        with _Nested(self, opened, block=False):
            if self._peek().kind != t.RIGHT_BRACKET:
                items.append(self._parameter())
                if self._peek().kind == t.DOUBLE_DOT and isinstance(items[0], ast.IntegerLiteral | ast.Reference):
                    return self._range(opened, items[0])
                while self._peek().kind == t.COMMA:
                    self._next()
                    items.append(self._parameter())
            closing = self._expect(t.RIGHT_BRACKET, "]")
        return ast.ListLiteral(tuple(items), self._span(opened.start, closing.end))

    def _range(self, opened: Token, first: ast.Expression) -> ast.RangeLiteral:
        self._next()
        self._skip_space()
        if self._peek().kind not in (t.INTEGER, t.IDENTIFIER, t.LEFT_CURLY):
            raise self._unexpected(self._peek(), "an integer or a reference")
        last = self._parameter()
        closing = self._expect(t.RIGHT_BRACKET, "]")
        return ast.RangeLiteral(first, last, self._span(opened.start, closing.end))

    def _map(self, opened: Token) -> ast.MapLiteral:
        entries: list[tuple[ast.Expression, ast.Expression]] = []
        with _Nested(self, opened, block=False):
            self._skip_space()
            while self._peek().kind not in (t.RIGHT_MAP, t.RIGHT_CURLY) or entries:
                key = self._parameter()
                self._expect(t.COLON, ":")
                entries.append((key, self._parameter()))
                if self._peek().kind != t.COMMA:
                    break
                self._next()
            closing = self._peek()
            if closing.kind not in (t.RIGHT_MAP, t.RIGHT_CURLY):
                raise self._unexpected(closing, "}")
            self._next()
        return ast.MapLiteral(tuple(entries), self._span(opened.start, closing.end))

    def _string(self, token: Token) -> ast.StringLiteral:
        span = self._span(token.start, token.end)
        quoted = self._text_of(token)
        quote, inside = quoted[0], quoted[1:-1]
        value = inside.replace(quote * 2, quote)
        if quote == "'" or not ("$" in inside or "#" in inside):
            return ast.StringLiteral(value, None, span)
        doubled = tuple(m.start() - n for n, m in enumerate(re.finditer('""', inside)))
        inner = Parser(value + " ", _Places(token.start + 1, doubled, self._places), self.problems)
        inner._depth = self._depth + 1
        inner._macros = self._macros
        inner._too_deep(Token(t.STRING, 0, 0, len(value)))
        parts = inner._string_parts(len(value))
        return ast.StringLiteral(value, parts, span)

    def _string_parts(self, length: int) -> tuple[ast.Statement, ...]:
        body: list[ast.Statement] = []
        self._statements(body, frozenset((t.END_OF_TEMPLATE,)))
        last = body[-1] if body else None
        if isinstance(last, ast.Text) and last.value.endswith(" "):
            # Velocity puts a blank behind the text of a string before it parses it, and takes it off what it prints.
            body[-1] = ast.Text(last.value[:-1], Span(last.span.start, self._places.offset(length)))
        return tuple(body)

    # references

    def _reference(self) -> ast.Reference:
        first = self._next()
        formal = first.kind == t.LEFT_CURLY
        named = self._next() if formal else first
        if named.kind != t.IDENTIFIER:
            raise self._unexpected(named, "a name")
        spelling = self._text_of(first)
        name = self._text_of(named).lstrip("\\$!#")
        prefix = spelling if formal else spelling[: len(spelling) - len(name)]
        with _Nested(self, first, block=False):
            path = self._path()
        end = self._expect(t.RIGHT_CURLY, "}").end if formal else self._last_end
        return ast.Reference(
            name, "!" in prefix, formal, prefix, path,
            self._span(named.end - len(name), named.end), self._span(first.start, end),
        )  # fmt: skip

    def _path(self) -> tuple[ast.Step, ...]:
        steps: list[ast.Step] = []
        while True:
            token = self._peek()
            if token.kind == t.LEFT_INDEX:
                steps.append(self._index())
            elif token.kind == t.DOT and self._peek(1).kind == t.IDENTIFIER:
                self._next()
                steps.append(self._member())
            else:
                return tuple(steps)

    def _index(self) -> ast.Index:
        opened = self._next()
        self._skip_space()
        token = self._peek()
        if token.kind not in (t.STRING, t.INTEGER, t.TRUE, t.FALSE, t.IDENTIFIER, t.LEFT_CURLY):
            raise self._unexpected(token, "a string, an integer or a reference")
        key = self._literal()
        self._skip_space()
        closing = self._expect(t.RIGHT_INDEX, "]")
        return ast.Index(key, self._span(opened.start, closing.end))

    def _member(self) -> ast.Property | ast.Method:
        token = self._next()
        name = self._text_of(token)
        if not self._is_call():
            return ast.Property(name, self._span(token.start, token.end))
        self._next()
        arguments: list[ast.Expression] = []
        if self._peek().kind != t.RIGHT_ARGUMENTS:
            arguments.append(self._parameter())
            while self._peek().kind == t.COMMA:
                self._next()
                arguments.append(self._parameter())
        closing = self._expect(t.RIGHT_ARGUMENTS, ")")
        return ast.Method(name, tuple(arguments), self._span(token.start, closing.end))

    def _is_call(self) -> bool:
        # What cannot begin an argument makes the parenthesis text: "$a.b(" at the end of a line is legal.
        if self._peek().kind != t.LEFT_PAREN:
            return False
        kind = self._peek(1).kind
        return kind in _LITERALS or kind in (t.RIGHT_ARGUMENTS, t.WHITESPACE)

    # tokens

    _last_end = 0

    def _peek(self, ahead: int = 0) -> Token:
        while len(self._tokens) <= ahead:
            self._tokens.append(self._lexer.next())
        return self._tokens[ahead]

    def _next(self) -> Token:
        token = self._tokens.pop(0) if self._tokens else self._lexer.next()
        self._last_end = token.end
        return token

    def _skip_space(self) -> None:
        if self._peek().kind == t.WHITESPACE:
            self._next()

    def _expect(self, kind: str, spelling: str) -> Token:
        if self._peek().kind != kind:
            raise self._unexpected(self._peek(), spelling)
        return self._next()

    def _text_of(self, token: Token) -> str:
        return self._text[token.start : token.end]

    def _span(self, start: int, end: int) -> Span:
        return Span(self._places.offset(start), self._places.offset(end))

    # problems and going on after them

    def _report(self, kind: str, message: str, start: int, end: int) -> None:
        span = self._span(start, min(max(end, start), len(self._text)))
        self.problems.append(SyntaxProblem(kind, message, span.start, span.end))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _GivenUp

    def _unexpected(self, token: Token, expected: str) -> _Unexpected:
        self._report(SYNTAX, explain(self._text, token, expected), token.start, token.end)
        self._failed_at = token
        return _Unexpected()

    _failed_at = Token(t.END_OF_TEMPLATE, 0, 0, 0)

    def _resume(self, begun: Token) -> None:
        failed = self._failed_at
        if failed.kind == t.END_OF_TEMPLATE:
            self._lexer.restart(len(self._text))
            self._tokens.clear()
            return
        position = max(failed.start, begun.end)
        is_header = begun.kind in (t.IF, t.ELSEIF, t.SET, t.WORD, t.BRACKETED_WORD)
        self._tokens.clear()
        self._lexer.restart(position)
        if is_header:
            self._skip_header(begun.end, position)

    def _skip_header(self, opened: int, failed: int = 0) -> None:
        """Goes behind the parenthesis that closes the directive opened before `opened`, or to the end of the line."""
        begin = max(opened, failed)
        line_end = self._text.find("\n", begin, begin + _WINDOW)
        line_end = min(len(self._text), begin + _WINDOW) if line_end < 0 else line_end
        closing = find_header_end(self._text, opened, min(begin + _WINDOW, len(self._text)))
        if closing < begin:
            closing = self._text.rfind(")", begin, line_end)
        self._tokens.clear()
        self._lexer.restart(closing + 1 if closing >= begin else line_end)

    def _too_deep(self, token: Token) -> None:
        if self._depth > MAX_DEPTH:
            self._report(SYNTAX, f"nested deeper than {MAX_DEPTH} levels", token.start, token.end)
            raise _GivenUp


class _Nested:
    """Counts the depth, and remembers which block directive is open."""

    def __init__(self, parser: Parser, token: Token, *, block: bool) -> None:
        self._parser = parser
        self._token = token if block else parser._directive
        self._outer = parser._directive

    def __enter__(self) -> None:
        self._parser._depth += 1
        self._parser._directive = self._token
        self._parser._too_deep(self._token or self._parser._peek())

    def __exit__(self, *_: object) -> None:
        self._parser._depth -= 1
        self._parser._directive = self._outer


_STATEMENTS: dict[str, Callable[[Parser, Token], ast.Statement]] = {
    t.IF: Parser._if, t.SET: Parser._set, t.WORD: Parser._word, t.BRACKETED_WORD: Parser._word,
    t.TEXT_BLOCK: Parser._verbatim, t.LINE_COMMENT: Parser._comment, t.BLOCK_COMMENT: Parser._comment,
    t.OPEN_COMMENT: Parser._comment, t.DOUBLE_ESCAPE: Parser._escapes, t.ESCAPED_DIRECTIVE: Parser._escaped_directive,
}  # fmt: skip
