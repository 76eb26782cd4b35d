"""Writes random templates of the whole language, with a request for each: the same ones for the same seed.

Expressions are typed, so that most templates render; now and then a value of another type slips in. What our engine
and Velocity are known and meant to do differently (see COMPATIBILITY.md) is left out here and tested elsewhere.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from tests.vtl.vocabulary import (
    ALL_METHODS,
    ARGUMENTS,
    LITERALS,
    NAMES,
    OVERRIDES,
    OWNERS,
    PATHS,
    PATTERNS,
    REPLACEMENTS,
    STRINGS,
    TABLE,
    TEXTS,
    VARIABLES,
    Method,
    Request,
)

T = TypeVar("T")


class Generator:
    """Writes templates from one source of randomness."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.number = 0
        self.macros: list[str] = []
        self.depth = 0
        self.in_loop = False
        self._turn = 0

    def request(self) -> Request:
        """Returns the next template with its request."""
        self.number += 1
        self.macros = []
        template = self._template()
        return Request(
            template,
            self._body(),
            {
                "path": {"id": self._pick(STRINGS), "k": "pk"},
                "querystring": {"name": self._pick(STRINGS), "k": "qk"},
                "header": {"a": self._pick(STRINGS), "X-Any": "h"},
            },
            {
                "stage": "prod", "requestId": "r-1", "requestTimeEpoch": 1700000000000,
                "identity": {"sourceIp": "10.0.0.1", "user": None}, "authorizer": {"principalId": "me", "n": "1"},
                "requestOverride": {"header": {}, "path": {}, "querystring": {}}, "responseOverride": {"header": {}},
            },
            {"table": "orders", "url": "https://x/y"},
        )  # fmt: skip

    def _pick(self, choices: Sequence[T]) -> T:
        return choices[int(self.random.random() * len(choices))]

    def _chance(self, of: float) -> bool:
        return self.random.random() < of

    def _data(self, depth: int = 0) -> object:
        kind = self.random.randrange(9 if depth < 3 else 6)
        match kind:
            case 0:
                return self._pick((0, 1, -1, 7, 42, 2147483648, -9223372036854775808, 12345678901234567890))
            case 1:
                return self._pick((1.5, -0.25, 1e-5, 1e10, 123456.789, 0.1, 1e3))
            case 2:
                return self._pick((True, False, None))
            case 6:
                return [self._data(depth + 1) for _ in range(self.random.randrange(4))]
            case 7 | 8:
                return {self._pick(NAMES): self._data(depth + 1) for _ in range(self.random.randrange(4))}
            case _:
                return self._pick(STRINGS)

    def _body(self) -> str:
        if self._chance(0.05):
            return self._pick(("", "plain text", "[1,2]", '"text"', "{a:b}", "{'s':'x'}", "a=b", ' {"s": 1}', "{"))
        data = {
            "s": self._pick(STRINGS), "n": 5, "f": 1.5, "b": True, "nothing": None, "text": self._pick(STRINGS),
            "list": [1, "two", 3.5, None], "map": {"k": "v", "x": self._data(2)}, "big": 12345678901234567890,
            "items": [{"name": "n0", "id": 1}, {"name": self._pick(STRINGS), "x": self._data(1)}],
            "deep": {"a": {"b": {"c": self._data(2)}}}, "nested": [[1, 2], [3]], "any": self._data(),
        }  # fmt: skip
        return json.dumps(data, ensure_ascii=self._chance(0.5), separators=None if self._chance(0.5) else (",", ":"))

    def _template(self) -> str:
        self.depth = 0
        prelude = (
            f"#set($s = {self._string()})#set($s1 = 'abc')#set($n = {self._number()})#set($n1 = 3)#set($f = 2.5)"
            f"#set($b = {self._pick(('true', 'false'))})#set($l = {self._list()})#set($l1 = [3, 1, 2])"
            "#set($m = {'k': 'v', 'n': 1})#set($c = $s1.charAt(1))"
        )
        if self._chance(0.3):
            prelude += (
                "#set($a = $s1.split('b'))#set($t = $l1.iterator())#set($ks = $m.keySet())#set($es = $m.entrySet())"
            )
            prelude += "#set($e = $es.iterator().next())"
        if self._chance(0.15):
            prelude += self._macro()
        body = self._statements(self.random.randrange(2, 7)) + self._in_turn() + self._in_turn()
        # Velocity refuses a template that ends in a lone sigil.
        return prelude + body + self._pick((".", "\n", " ", "}"))

    def _in_turn(self) -> str:
        """Returns a call of the next method of the table, so that none is rare."""
        self._turn = (self._turn + 1) % len(ALL_METHODS)
        kind, method = ALL_METHODS[self._turn]
        arguments = ",".join(self._argument(one) for one in method.arguments)
        written = f"{OWNERS[kind]}.{method.name}({arguments})"
        if self._chance(0.03):
            exits = (
                "#foreach($i in $l1)$i#break x#end",
                "#foreach($j in $m)#if($j == 'v')#break#end$j#end",
                "a#stop b",
            )
            return self._pick(exits)
        return self._pick((written, f"${{{written[1:]}}}", f"#if({written} == 1)y#end", f"#set($x = {written})$x"))

    def _statements(self, count: int) -> str:
        return "".join(self._statement() for _ in range(count))

    def _block(self) -> str:
        self.depth += 1
        try:
            return self._statements(self.random.randrange(1, 4) if self.depth < 5 else 1)
        finally:
            self.depth -= 1

    def _statement(self) -> str:
        roll = self.random.random()
        if self.depth >= 5 or roll < 0.30:
            return self._pick(TEXTS)
        if roll < 0.60:
            return self._printed()
        if roll < 0.72:
            return self._set()
        choices: tuple[Callable[[], str], ...] = (
            self._if, self._if, self._foreach, self._foreach, self._define, self._evaluate, self._call, self._exit,
            self._literal, self._override,
        )  # fmt: skip
        return self._pick(choices)()

    def _space(self) -> str:
        return self._pick(("", "", "", " ", "\n", "  ", "\t"))

    def _gap(self) -> str:
        return self._pick(("", "", " ", "  "))

    def _printed(self) -> str:
        reference = self._reference(self._pick("snfblmcaeKtoqqu"))
        name = reference[1:]
        style = self._pick(("$", "$", "$", "$!", "${", "$!{", "\\$"))
        closing = "}" if style.endswith("{") else ""
        return style + name + closing + self._space()

    def _reference(self, kind: str) -> str:
        """Returns a reference whose value is mostly of this kind."""
        if kind == "q":
            return self._called("$input", "q")
        if kind == "u":
            return self._called("$util", "u")
        roll = self.random.random()
        if kind == "o" or roll < 0.06:
            return self._any_reference()
        if kind in TABLE and roll < 0.45 and self.depth < 6:
            return self._called(self._variable(kind), kind)
        if kind == "m" and roll < 0.55:
            return f"$input.path('{self._pick(PATHS['M'])}')"
        if kind == "l" and roll < 0.55:
            return f"$input.path('{self._pick(PATHS['L'])}')"
        return self._variable(kind)

    def _variable(self, kind: str) -> str:
        names = VARIABLES.get(kind)
        return f"${self._pick(names)}" if names else "$nope"

    def _any_reference(self) -> str:
        return self._pick(
            (
                "$nope", "$nope.x", "$nope.x()", "$m.k", "$m.missing", "$m['k']", "$l[0]", "$l1[-1]", "$l.empty",
                "$input.body", "$context.stage", "$context.identity.sourceIp", "$stageVariables.table",
                "$stageVariables['url']", "$context.nope.x", "$input.params('k')", "$input.params().path.id",
                "$input.params().header.get('X-Any')", "$s.empty", "$m.empty", "$n.x", "$e.key", "$e.value",
                "$foreach.index", "$foreach.count", "$foreach.hasNext", "$foreach.first", "$foreach.last",
                "$foreach.parent.index", "$velocityCount", "$velocityHasNext", "$foreach", "$i", "$bodyContent",
                "$input.path('$.items')[1].name", "$input.path('$').map.k", "$context.authorizer.principalId",
                "$foreach.topmost.count", "$foreach.hasNext()", "$context.requestTimeEpoch", "$a[0]", "$m[$s1]",
                "$l[$n1]",
                "$s.length().x", "$d", "$j", "$context['stage']", "$context.get('requestId')", "$l1.get($n1)",
                "$context.responseOverride.status", "$input.path('$.s').length()", "$m.get('k').length()", "$b1", "$p",
            )
        )  # fmt: skip

    def _called(self, owner: str, kind: str) -> str:
        method = self._pick(TABLE[kind])
        self.depth += 1
        arguments = ("," + self._gap()).join(self._argument(one) for one in self._kinds(method))
        gap = self._gap() if arguments else ""
        written = f"{owner}.{method.name}({gap}{arguments}{gap})"
        if self._chance(0.25) and self.depth < 4 and method.result in TABLE:
            written = self._called(written, method.result)
        self.depth -= 1
        return written

    def _kinds(self, method: Method) -> str:
        return method.arguments

    def _argument(self, kind: str) -> str:
        if self._chance(0.03):
            return self._argument(self._pick("snblmo"))
        if kind in ARGUMENTS:
            return self._pick(ARGUMENTS[kind])
        match kind:
            case "r":
                return self._quoted(self._pick(PATTERNS))
            case "p":
                return self._quoted(self._pick(REPLACEMENTS[:3] if self._chance(0.7) else REPLACEMENTS))
            case "P" | "L" | "M" | "S":
                return self._quoted(self._pick(PATHS[kind]), plain=True)
            case _:
                return self._parameter(kind)

    def _parameter(self, kind: str) -> str:
        match kind:
            case "s":
                return self._string() if self._chance(0.6) else self._reference("s")
            case "n":
                return self._pick(("0", "1", "5", "-3", "97", "255", "$n", "$n1"))
            case "f":
                return self._pick(("1.5", "0.1", "-2.0", "$f", "1e10"))
            case "b":
                return self._pick(("$b", "$m.isEmpty()", "$s.isEmpty()"))
            case "c":
                return self._pick(("$c", "$s1.charAt(0)"))
            case "l":
                return self._list() if self._chance(0.5) else self._reference("l")
            case "m":
                return self._map() if self._chance(0.5) else self._reference("m")
            case _:
                return self._parameter(self._pick("snflmc"))

    def _quoted(self, value: str, *, plain: bool = False) -> str:
        if "'" not in value:
            return f"'{value}'"
        if plain or ("$" not in value and "#" not in value):
            return '"' + value.replace('"', '""') + '"'
        return "'" + value.replace("'", "''") + "'"

    def _string(self) -> str:
        if self._chance(0.3) and self.depth < 4:
            self.depth += 1
            inside = "".join(self._inside() for _ in range(self.random.randrange(1, 4)))
            self.depth -= 1
            return f'"{inside}"'
        value = self._pick(STRINGS)
        return self._quoted(value)

    def _inside(self) -> str:
        roll = self.random.random()
        if roll < 0.4:
            return self._pick(("a", " ", "-", "${s1}", "$n", "$!nope", "'", '""', "x y", "\n", "\\", "$m.k", "1", "é"))
        if roll < 0.8:
            reference = self._reference(self._pick("snlmb"))
            return reference if '"' not in reference else "$s1"
        if roll < 0.9:
            return "#if($b)yes#{else}no#end"
        return self._pick(
            ("#foreach($q in [1..2])$q#end", "#set($p = 1)", "## c", "#* c *#", "#[[$r]]#", "\\$s1", "\\#if")
        )

    def _number(self) -> str:
        return self._pick(("0", "1", "2", "7", "-5", "42", "2147483647", "9223372036854775807", "12345678901234567890"))

    def _list(self) -> str:
        if self._chance(0.15):
            return f"[{self._pick(('0', '1', '$n1', '-2'))}..{self._pick(('3', '$n1', '0', '5'))}]"
        self.depth += 1
        items = [self._element() for _ in range(self.random.randrange(4))]
        self.depth -= 1
        gap = self._gap() if items else ""
        return f"[{gap}{(',' + self._gap()).join(items)}{gap}]"

    def _map(self) -> str:
        self.depth += 1
        keys = ("'a'", "'k'", "'id'", '"x"', "$s1", "1", "true", "'first'")
        pairs = [
            f"{self._pick(keys)}{self._gap()}:{self._gap()}{self._element()}" for _ in range(self.random.randrange(4))
        ]
        self.depth -= 1
        return f"{{{', '.join(pairs)}}}"

    def _element(self) -> str:
        if self.depth > 4:
            return "1"
        match self.random.randrange(8):
            case 0:
                return self._number()
            case 1:
                return self._pick(("1.5", "-0.5", "1e3", ".5", "1.50"))
            case 2:
                return self._pick(("true", "false"))
            case 3:
                return self._list()
            case 4:
                return self._map()
            case 5:
                return self._reference("o")
            case _:
                return self._string()

    def _set(self) -> str:
        lead = self._pick(("", "", "", " ", "  ", "\n", "a ", "\t"))
        name = self._pick(("#set(", "#set (", "#{set}(", "#set( "))
        kind = self._pick("snfblmotcaeKE")
        target = self._target(kind)
        value = self._value(kind)
        return f"{lead}{name}{target}{self._gap()}={self._gap()}{value}{self._gap()}){self._space()}"

    def _target(self, kind: str) -> str:
        roll = self.random.random()
        if roll < 0.1:
            return self._pick(("$m.x", "$m['y']", "$m1.a.b", "$l[0]", "$l1[-1]", "$nope.x",
            "$context.requestOverride.header.X",
                               "$m.k.z", "$input.path('$').q", "$m[$s1]", "$l1[$n1]", "$e.value", "$s.x",
                               "${m.w}"))  # fmt: skip
        names = VARIABLES.get(kind)
        if names and roll < 0.9:
            return f"${self._pick(names)}"
        return self._pick(("$v", "$x", "${x}", "$p", "$i", "$!x"))

    def _value(self, kind: str) -> str:
        match kind:
            case "s":
                return self._sum() if self._chance(0.2) else self._parameter("s")
            case "n" | "f":
                return self._arithmetic()
            case "b":
                return self._condition() if self._chance(0.7) else self._pick(("true", "false"))
            case "l":
                return self._list()
            case "m":
                return self._map()
            case "t":
                return "$l1.iterator()"
            case "c":
                return "$s1.charAt(0)"
            case "a":
                return self._pick(("$s1.split('b')", "$s.split(',')", "$s1.toCharArray()"))
            case "e":
                return "$m1.entrySet().iterator().next()"
            case "K":
                return self._pick(("$m.keySet()", "$m.values()", "$m.entrySet()"))
            case _:
                return self._reference("o")

    def _sum(self) -> str:
        return f"{self._operand()}{self._gap()}+{self._gap()}{self._parameter('s')}"

    def _operand(self) -> str:
        return self._pick(("1", "$n1", "2.5", "$f", "$s1", "'a'", "7", "$n", "-2", "10", "3", "(1/0)", "$nope", "1.0"))

    def _arithmetic(self) -> str:
        parts = [self._operand()]
        for _ in range(self.random.randrange(4)):
            parts.append(self._pick((" + ", " - ", " * ", " / ", " % ")))
            operand = self._operand()
            parts.append(
                f"({operand}{self._pick((' + ', ' * ', ' - '))}{self._operand()})" if self._chance(0.2) else operand
            )
        return "".join(parts)

    def _condition(self) -> str:
        roll = self.random.random()
        if self.depth > 5 or roll < 0.3:
            return self._reference(self._pick("bbos"))
        self.depth += 1
        try:
            if roll < 0.7:
                operator = self._pick(
                    ("==", "!=", "<", "<=", ">", ">=", " eq ", " ne ", " lt ", " le ", " gt ", " ge ")
                )
                return f"{self._side()} {operator} {self._side()}"
            if roll < 0.8:
                return f"{self._pick(('!', 'not ', '! '))}({self._condition()})"
            if roll < 0.85:
                return f"!{self._reference('b')}"
            operator = self._pick((" && ", " || ", " and ", " or ", "&&", "||"))
            return f"({self._condition()}){operator}({self._condition()})"
        finally:
            self.depth -= 1

    def _side(self) -> str:
        return self._pick(
            (
                "$n", "$n1", "1", "3", "2.5", "$f", "'abc'", "$s1", "$s", '""', "$nope", "true", "$b", "$l", "$l1",
                "$m", "$c",
                "'b'", "[3, 1, 2]", "{'k': 'v'}", "$m.k", "$input.path('$.n')", "$input.path('$.f')", "5", "'5'",
                "1.0", "$null",
                "(1/0)", "$input.path('$.list')", "$n1 + 1", "$s1.length()", "$l.size()", "$input.params('k')",
                "$ks", "$d",
            )
        )  # fmt: skip

    def _if(self) -> str:
        written = f"#if({self._gap()}{self._condition()}{self._gap()}){self._space()}{self._block()}"
        while self._chance(0.25):
            written += f"#elseif({self._condition()}){self._space()}{self._block()}"
        if self._chance(0.5):
            written += self._pick(("#else ", "#{else}", "#else\n", "#else \n")) + self._block()
        return written + self._end()

    def _end(self) -> str:
        return self._pick(("#end", "#end\n", "#end ", "#{end}", "#end  \n")) + self._pick(("", " "))

    def _source(self) -> str:
        written = ("$ks", "$m.entrySet()", "$a", "$t", "$s", "$l1", "$m.values()")
        made: tuple[Callable[[], str], ...] = (
            self._list,
            self._list,
            self._map,
            lambda: self._reference("l"),
            lambda: self._reference("m"),
        )
        if self._chance(0.45):
            return str(self._pick(made)())
        return self._pick(written)

    def _foreach(self) -> str:
        item = self._pick(("$i", "$j", "$i", "$s", "$l"))
        source = self._source()
        outer, self.in_loop = self.in_loop, True
        written = f"#foreach({self._gap()}{item} in {source}{self._gap()}){self._space()}{self._block()}"
        if self._chance(0.25):
            written += f"{item}$foreach.index$velocityCount#if($foreach.hasNext), #end"
        self.in_loop = outer
        return written + self._end()

    def _define(self) -> str:
        name = self._pick(("$d", "$d1"))
        return f"#define({name}){self._space()}{self._block()}{self._end()}{self._pick(('', name, name + name))}"

    def _evaluate(self) -> str:
        inside = self._pick(("'$s1$n'", "'#set($p = 5)$p'", "'#if($b)x#end'", '"#foreach($q in [1..3])$q#end"',
        "'text'",
                             "$s1", "'#stop'", "'a#break b'", "'$d'", '"$s1"'))  # fmt: skip
        return f"#evaluate({self._gap()}{inside}){self._space()}"

    def _macro(self) -> str:
        name = f"m{self.number}x{len(self.macros)}"
        parameters = self._pick(("", " $x", " $x $y", " $s", " $x $l"))
        body = self._block() + self._pick(
            ("$x", "$!y", "$bodyContent", "#set($x = 1)$x", "$s", "$x.length()", "$l.size()", "")
        )
        self.macros.append(name)
        return f"#macro({name}{parameters}){self._space()}{body}{self._end()}"

    def _call(self) -> str:
        if not self.macros or self._chance(0.1):
            return (
                self._macro() if self.depth == 0 and self._chance(0.7) else f"#unknown{self._pick(('', '()', '($s)'))} "
            )
        name = self._pick(self.macros)
        count = self.random.randrange(4)
        arguments = self._pick((" ", ", ", "  ")).join(self._macro_argument() for _ in range(count))
        if self._chance(0.25):
            return f"#@{name}({arguments}){self._space()}{self._block()}{self._end()}"
        return f"#{name}({arguments}){self._space()}"

    def _macro_argument(self) -> str:
        kind = self._pick("snflmbo")
        if kind == "n":
            return self._pick(("1", "$n", "2.5", "true"))
        made = {"s": self._string, "l": self._list, "m": self._map}.get(kind)
        return made() if made is not None else self._reference(kind)

    def _exit(self) -> str:
        if not self._chance(0.4 if self.in_loop else 0.15):
            return self._pick(("", " ", "x"))
        choices = ("#break", "#break ", "#{break}", "#stop", "#break($foreach)", "#break($foreach.parent)")
        return self._pick(choices if self.in_loop else ("#stop", "#break", "#{stop}"))

    def _literal(self) -> str:
        return self._pick(LITERALS)

    def _override(self) -> str:
        return self._pick(OVERRIDES)
