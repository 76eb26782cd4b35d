"""The syntax tree of a template: frozen nodes, each with its span of character offsets into the template."""

from __future__ import annotations

from msgspec import Struct

from specforge.vtl.tokens import Span


class Text(Struct, frozen=True, gc=False):
    """Is text that prints as it stands (blanks that Velocity swallows are not in it)."""

    value: str
    span: Span


class Verbatim(Struct, frozen=True, gc=False):
    """Is the inside of `#[[ ... ]]#`."""

    value: str
    span: Span


class Escapes(Struct, frozen=True, gc=False):
    """Is a run of doubled backslashes; how many print depends on whether a directive follows."""

    value: str
    span: Span


class EscapedDirective(Struct, frozen=True, gc=False):
    r"""Is `\#if` and the like: prints without the backslash when the directive exists."""

    value: str
    span: Span


class Comment(Struct, frozen=True, gc=False):
    """Is a comment, its newline included; `closed` is False when the end of the template ends a `#*`."""

    closed: bool
    span: Span


class StringLiteral(Struct, frozen=True, gc=False):
    """Is a text in quotes; `parts` is the template inside double quotes, None when nothing in it is evaluated."""

    value: str
    parts: tuple[Statement, ...] | None
    span: Span


class IntegerLiteral(Struct, frozen=True, gc=False):
    """Is a whole number, spelled as in the template."""

    spelling: str
    span: Span


class FloatLiteral(Struct, frozen=True, gc=False):
    """Is a decimal number, spelled as in the template."""

    spelling: str
    span: Span


class BooleanLiteral(Struct, frozen=True, gc=False):
    """Is `true` or `false`."""

    value: bool
    span: Span


class ListLiteral(Struct, frozen=True, gc=False):
    """Is `[1, $x]`."""

    items: tuple[Expression, ...]
    span: Span


class RangeLiteral(Struct, frozen=True, gc=False):
    """Is `[1..$n]`."""

    first: Expression
    last: Expression
    span: Span


class MapLiteral(Struct, frozen=True, gc=False):
    """Is `{"key": $value}`."""

    entries: tuple[tuple[Expression, Expression], ...]
    span: Span


class Word(Struct, frozen=True, gc=False):
    """Is a bare word among the arguments of a directive: `in`, or the name of a macro."""

    value: str
    span: Span


class Property(Struct, frozen=True, gc=False):
    """Is `.name` behind a reference."""

    name: str
    span: Span


class Method(Struct, frozen=True, gc=False):
    """Is `.name(...)` behind a reference."""

    name: str
    arguments: tuple[Expression, ...]
    span: Span


class Index(Struct, frozen=True, gc=False):
    """Is `[...]` behind a reference."""

    key: Expression
    span: Span


class Reference(Struct, frozen=True, gc=False):
    r"""Is `$name`, `$!name`, `${name}` and what follows it.

    `prefix` is what stands before the name: backslashes, stray `$` or `#`, and the sigil itself; it is empty for a word
    that Velocity takes for a reference only because it touches the end of one, as the `b` of `$a[0]b`.
    """

    name: str
    quiet: bool
    formal: bool
    prefix: str
    path: tuple[Step, ...]
    name_span: Span
    span: Span


class Not(Struct, frozen=True, gc=False):
    """Is `!x` or `not x`."""

    operand: Expression
    span: Span


class Binary(Struct, frozen=True, gc=False):
    """Is two values with an operator between, spelled as a symbol."""

    operator: str
    left: Expression
    right: Expression
    span: Span


class Set(Struct, frozen=True, gc=False):
    """Is `#set($target = value)`."""

    target: Reference
    value: Expression
    span: Span


class Branch(Struct, frozen=True, gc=False):
    """Is one arm of `#if`; the condition of `#else` is None."""

    condition: Expression | None
    body: tuple[Statement, ...]
    span: Span


class If(Struct, frozen=True, gc=False):
    """Is `#if` with its `#elseif` and `#else`."""

    branches: tuple[Branch, ...]
    span: Span


class Foreach(Struct, frozen=True, gc=False):
    """Is a loop; item and source are None only where the header is broken."""

    item: Expression | None
    source: Expression | None
    body: tuple[Statement, ...]
    span: Span


class Define(Struct, frozen=True, gc=False):
    """Is `#define($target) ... #end`; the target is None only where the header is broken."""

    target: Expression | None
    body: tuple[Statement, ...]
    span: Span


class Macro(Struct, frozen=True, gc=False):
    """Is `#macro(name $a $b) ... #end`."""

    name: str
    parameters: tuple[Expression, ...]
    body: tuple[Statement, ...]
    span: Span


class Literal(Struct, frozen=True, gc=False):
    """Is `#literal() ... #end`: prints its inside unevaluated."""

    body: tuple[Statement, ...]
    span: Span


class Call(Struct, frozen=True, gc=False):
    """Is a directive of one line or a macro call; `arguments` is None where no parentheses follow the name.

    A name that is no directive and no macro prints as text. `body` is set for `#@name() ... #end`.
    """

    name: str
    arguments: tuple[Expression, ...] | None
    body: tuple[Statement, ...] | None
    span: Span


Step = Property | Method | Index
Expression = (
    StringLiteral | IntegerLiteral | FloatLiteral | BooleanLiteral | ListLiteral | RangeLiteral | MapLiteral | Word
    | Reference | Not | Binary
)  # fmt: skip
Statement = (
    Text | Verbatim | Escapes | EscapedDirective | Comment | Reference
    | Set | If | Foreach | Define | Macro | Literal | Call
)  # fmt: skip
