"""Builds the syntax tree of a template and finds all its syntax errors in one pass.

In: the text of a template. Out: statements and problems. It never raises and never evaluates.
The grammar and its refusals are those of Apache Velocity 1.7, which tests/vtl compares with the original.
"""

from __future__ import annotations

import re
from contextlib import suppress

from msgspec import Struct

from specforge.vtl import ast, directives
from specforge.vtl import tokens as t
from specforge.vtl.errors import SYNTAX, UNCLOSED_DIRECTIVE, SyntaxProblem
from specforge.vtl.expressions import LITERALS, Expressions
from specforge.vtl.token_stream import GivenUpError, Nested, Places, UnexpectedTokenError
from specforge.vtl.tokens import Span, Token

_TEXTS = frozenset(
    (t.TEXT, t.DOT, t.RIGHT_PAREN, t.LEFT_PAREN, t.INTEGER, t.FLOAT, t.STRING, t.ESCAPE, t.LEFT_CURLY, t.RIGHT_CURLY,
     t.EMPTY_INDEX)
)  # fmt: skip
_TO_THE_END = frozenset((t.END_OF_TEMPLATE,))
_TO_END_DIRECTIVE = frozenset((t.END, t.END_OF_TEMPLATE))
_TO_NEXT_BRANCH = frozenset((t.END, t.ELSE, t.ELSEIF, t.END_OF_TEMPLATE))


_LOSE_THEIR_LEAD = frozenset((t.DOUBLE_ESCAPE, t.ESCAPED_DIRECTIVE, t.SET))
_PRINTED_LEAD = re.compile(r"\\+\$|[$#]")


class Template(Struct, frozen=True):
    """Is a parsed template; where `errors` is not empty, `ast` holds what could be read around them."""

    ast: tuple[ast.Statement, ...]
    errors: tuple[SyntaxProblem, ...]


def parse(template: str) -> Template:
    """Parses a template; never raises."""
    parser = Parser(template)
    body = parser.template()
    return Template(body, tuple(sorted(parser.problems, key=lambda problem: (problem.start, problem.end))))


class Parser(Expressions):
    """Parses one text; a double-quoted string gets a Parser of its own that shares the problems."""

    def __init__(self, text: str, places: Places | None = None, problems: list[SyntaxProblem] | None = None) -> None:
        super().__init__(text, places, problems)
        self.macros: set[str] = set()

    def template(self) -> tuple[ast.Statement, ...]:
        """Parses to the end of the text, going on after every problem."""
        body: list[ast.Statement] = []
        with suppress(GivenUpError):
            self.statements(body, _TO_THE_END)
        return tuple(body)

    def statements(self, body: list[ast.Statement], ends: frozenset[str]) -> None:
        """Parses statements into `body` up to a token of `ends`, which stays."""
        while True:
            if self.is_at_text() and (simple := self.lexer.simple_reference()):
                body.append(self._simple(simple))
                continue
            token = self.peek()
            if token.kind in ends:
                return
            depth = self.depth
            try:
                self._statement(token, body)
            except UnexpectedTokenError:
                self.depth = depth
                self.resume(token)

    def _simple(self, found: re.Match[str]) -> ast.Reference:
        quiet, name, names = found.groups()
        start, end = found.span()
        self.last_end = end
        at = start + 1 + len(quiet) + len(name)
        steps: list[ast.Step] = []
        name_span = self.span(at - len(name), at)
        if names:
            for one in names[1:].split("."):
                steps.append(ast.Property(one, self.span(at + 1, at + 1 + len(one))))
                at += 1 + len(one)
        prefix = "$!" if quiet else "$"
        return ast.Reference(
            name,
            bool(quiet),
            formal=False,
            prefix=prefix,
            path=tuple(steps),
            name_span=name_span,
            span=self.span(start, end),
        )

    def _statement(self, token: Token, body: list[ast.Statement]) -> None:
        kind = token.kind
        if kind == t.IDENTIFIER or (kind == t.LEFT_CURLY and self.peek(1).kind == t.IDENTIFIER):
            self._lone_text(token, body)
            body.append(self.reference())
            return
        self.next()
        if kind in _TEXTS:
            value = "." if kind == t.DOT else self._lead(token) + self.text_of(token)
            body.append(ast.Text(value, self.span(token.lead, token.end)))
            return
        self._lone_text(token, body)
        statement = self._construct(token)
        if statement is not None:
            body.append(statement)

    def _construct(self, token: Token) -> ast.Statement | None:
        span = self.span(token.start, token.end)
        match token.kind:
            case t.IF:
                return self._if(token)
            case t.SET:
                return self._set(token)
            case t.WORD | t.BRACKETED_WORD:
                return self._word(token)
            case t.TEXT_BLOCK:
                # Velocity cuts three characters off, although a stray "$" may stand before the "#[[".
                return ast.Verbatim(self.text_of(token)[3:-3], span)
            case t.LINE_COMMENT | t.BLOCK_COMMENT | t.OPEN_COMMENT:
                return ast.Comment(token.kind != t.OPEN_COMMENT, span)
            case t.DOUBLE_ESCAPE:
                return ast.Escapes(self.text_of(token), span)
            case t.ESCAPED_DIRECTIVE:
                return ast.EscapedDirective(self.text_of(token), span)
            case _:
                self._stray(token)
                return None

    def _lone_text(self, token: Token, body: list[ast.Statement]) -> None:
        if token.kind == t.LINE_COMMENT:
            before = self.text_of(token).partition("##")[0]
            if before:
                body.append(ast.Text(before, self.span(token.start, token.start + len(before))))
        elif token.lead < token.start:
            body.append(ast.Text(self._lead(token), self.span(token.lead, token.start)))

    def _lead(self, token: Token) -> str:
        """Returns what Velocity prints of a stray `$!`: neither the `!` nor a backslash that escapes nothing."""
        if token.lead == token.start or token.kind in _LOSE_THEIR_LEAD:
            return ""
        return "".join(_PRINTED_LEAD.findall(self.text, token.lead, token.start))

    def _stray(self, token: Token) -> None:
        if token.kind not in (t.END, t.ELSE, t.ELSEIF):
            raise self.unexpected(token, "")
        where = "without an open #if"
        if token.kind == t.END:
            where = "closes nothing"
        elif self.directive:
            opened = self.text_of(self.directive)
            where = "after #else" if self.directive.kind == t.IF else f"inside {opened}, which has no branches"
        self.report(SYNTAX, f"{token.kind} {where}", token.start, token.start + len(self.text_of(token).rstrip()))
        if token.kind == t.ELSEIF:
            self.lexer.restart(token.end)
            self.skip_header(token.end)

    def _if(self, token: Token) -> ast.If:
        branches: list[ast.Branch] = []
        ends = _TO_NEXT_BRANCH
        opened = token
        with Nested(self, token, block=True):
            while True:
                condition = self._condition(opened) if opened.kind != t.ELSE else None
                body: list[ast.Statement] = []
                self.statements(body, ends)
                closing = self.peek()
                branches.append(ast.Branch(condition, tuple(body), self.span(opened.start, closing.start)))
                if closing.kind not in (t.ELSEIF, t.ELSE):
                    break
                opened = self.next()
                if opened.kind == t.ELSE:
                    ends = _TO_END_DIRECTIVE
        return ast.If(tuple(branches), self.span(token.start, self._close(token)))

    def _condition(self, opened: Token) -> ast.Expression | None:
        depth = self.depth
        try:
            self.skip_space()
            self.expect(t.LEFT_PAREN, "(")
            condition = self.expression()
            self.expect(t.RIGHT_PAREN, ")")
        except UnexpectedTokenError:
            self.depth = depth
            self.resume(opened)
            return None
        return condition

    def _close(self, opened: Token) -> int:
        closing = self.peek()
        if closing.kind == t.END:
            self.next()
            return closing.end
        name = self.text_of(opened).split("(", 1)[0].strip()
        self.report(UNCLOSED_DIRECTIVE, f"{name} has no #end", opened.start, opened.end)
        return closing.start

    def _set(self, token: Token) -> ast.Set:
        self.skip_space()
        if self.peek().kind not in (t.IDENTIFIER, t.LEFT_CURLY):
            raise self.unexpected(self.peek(), "a reference such as $name")
        target = self.reference()
        self.skip_space()
        self.expect(t.ASSIGN, "=")
        value = self.expression()
        closing = self.expect(t.RIGHT_PAREN, ")")
        self.lexer.in_set = False
        return ast.Set(target, value, self.span(token.start, closing.end))

    def _word(self, token: Token) -> ast.Statement:
        image = self.text_of(token)
        name = image[2:-1] if token.kind == t.BRACKETED_WORD else image[1:]
        self.lexer.enter_directive()
        if not self.lexer.arguments_follow():
            self.lexer.leave()
            return self._bare_word(token, name)
        is_block = name in directives.BLOCKS or name.startswith("@")
        arguments: tuple[ast.Expression, ...] = ()
        with Nested(self, token, block=is_block):
            depth = self.depth
            try:
                arguments = self._directive_arguments()
            except UnexpectedTokenError:
                if not is_block:
                    raise
                self.depth = depth
                self.resume(token)
            else:
                self._judge(token, name, arguments)
            body: list[ast.Statement] = []
            if is_block:
                self.statements(body, _TO_END_DIRECTIVE)
        end = self._close(token) if is_block else self.last_end
        if name == "macro" and arguments and isinstance(arguments[0], ast.Word):
            self.macros.add(arguments[0].value)
        return directives.statement(name, arguments, tuple(body) if is_block else None, self.span(token.start, end))

    def _bare_word(self, token: Token, name: str) -> ast.Statement:
        if name in directives.NEED_ARGUMENTS:
            self.report(SYNTAX, f"#{name} needs arguments in parentheses", token.start, token.end)
        return ast.Call(name, None, None, self.span(token.start, token.end))

    def _directive_arguments(self) -> tuple[ast.Expression, ...]:
        self.skip_space()
        self.expect(t.LEFT_PAREN, "(")
        arguments: list[ast.Expression] = []
        while True:
            self.skip_space()
            after_comma = self.peek().kind == t.COMMA
            if after_comma:
                self.next()
                self.skip_space()
            argument = self.peek()
            if argument.kind == t.WORD:
                self.next()
                arguments.append(ast.Word(self.text_of(argument), self.span(argument.start, argument.end)))
            elif argument.kind in LITERALS:
                arguments.append(self.literal())
            elif after_comma:
                raise self.unexpected(argument, "an argument")
            else:
                break
        self.expect(t.RIGHT_PAREN, ")")
        return tuple(arguments)

    def _judge(self, token: Token, name: str, arguments: tuple[ast.Expression, ...]) -> None:
        problem = directives.argument_problem(name, arguments, self.macros)
        if problem:
            self.report(SYNTAX, problem, token.start, self.last_end)

    def interpolated(self, value: str, doubled: tuple[int, ...], token: Token) -> tuple[ast.Statement, ...]:
        """Parses the inside of a double-quoted string; what is wrong there goes to the problems of the template."""
        # Velocity puts a blank behind the text of a string before it parses it, and takes it off what it prints;
        # not behind a line comment.
        blank = "" if "##" in value else " "
        inner = Parser(value + blank, Places(token.start + 1, doubled, self.places), self.problems)
        inner.length = len(value)
        inner.depth = self.depth + 1
        inner.macros = self.macros
        inner.bound_depth(Token(t.STRING, 0, 0, len(value)))
        body: list[ast.Statement] = []
        inner.statements(body, _TO_THE_END)
        last = body[-1] if body else None
        if blank and isinstance(last, ast.Text) and last.value.endswith(" "):
            body[-1] = ast.Text(last.value[:-1], Span(last.span.start, inner.places.offset(len(value))))
        return tuple(body)
