"""The words of random templates: methods by receiver, variables, paths, and texts that are hard to read."""

from __future__ import annotations

from typing import NamedTuple

# receiver: name:arguments:result. s text, i small number, n number, f decimal, b boolean, c character, l list, m map,
# e entry, t iterator, a array, o anything, r regular expression, p replacement, k key, d digits, v void
METHODS = {
    "s": """charAt:i:c codePointAt:i:n compareTo:s:n compareToIgnoreCase:s:n concat:s:s contains:s:b contentEquals:s:b
        endsWith:s:b equals:o:b equalsIgnoreCase:s:b hashCode::n indexOf:s:n indexOf:n:n indexOf:si:n indexOf:ni:n
        intern::s isBlank::b isEmpty::b lastIndexOf:s:n lastIndexOf:n:n lastIndexOf:si:n lastIndexOf:ni:n length::n
        matches:r:b regionMatches:isii:b repeat:i:s replace:ss:s replace:cc:s replaceAll:rp:s replaceFirst:rp:s
        split:r:a split:ri:a startsWith:s:b startsWith:si:b strip::s stripLeading::s stripTrailing::s subSequence:ii:s
        substring:i:s substring:ii:s toCharArray::a toLowerCase::s toString::s toUpperCase::s trim::s valueOf:o:s
        join:sl:s join:sss:s format:F:s copyValueOf:A:s""",
    "n": """compareTo:n:n doubleValue::f equals:o:b hashCode::n intValue::n longValue::o
        bitCount:n:n compare:nn:n max:nn:n min:nn:n parseInt:d:n parseInt:di:n signum:n:n sum:nn:n
        toBinaryString:n:s toHexString:n:s toOctalString:n:s toString::s toString:n:s toString:ni:s valueOf:d:n
        valueOf:n:n valueOf:di:n""",
    "f": """compareTo:f:n doubleValue::f equals:o:b intValue::n isInfinite::b isNaN::b longValue::o max:ff:f min:ff:f
        parseDouble:D:f sum:ff:f toString::s toString:f:s valueOf:D:f valueOf:f:f compare:ff:n""",
    "b": """booleanValue::b compareTo:b:n equals:o:b hashCode::n logicalAnd:bb:b logicalOr:bb:b parseBoolean:s:b
        toString::s toString:b:s valueOf:s:b valueOf:b:b""",
    "c": """charValue::c compareTo:c:n equals:o:b getNumericValue:c:n isDigit:c:b isLetter:c:b isLetterOrDigit:c:b
        isLowerCase:c:b isUpperCase:c:b isWhitespace:c:b toLowerCase:c:c toString::s toString:c:s toUpperCase:c:c
        valueOf:c:c hashCode::n""",
    "l": """add:o:b add:io:v addAll:l:b addAll:il:b clear::v contains:o:b containsAll:l:b equals:o:b get:i:o hashCode::n
        indexOf:o:n isEmpty::b iterator::t lastIndexOf:o:n remove:i:o remove:o:b removeAll:l:b retainAll:l:b set:io:o
        size::n subList:ii:K toArray::a toString::s""",
    "m": """clear::v containsKey:k:b containsValue:o:b entrySet::E equals:o:b get:k:o getOrDefault:ko:o hashCode::n
        isEmpty::b keySet::K put:ko:o putAll:m:v putIfAbsent:ko:o remove:k:o remove:ko:b replace:ko:o size::n
        toString::s values::K""",
    "a": "size::n get:i:o isEmpty::b contains:o:b set:io:o",
    "e": "getKey::s getValue::o setValue:o:o equals:o:b toString::s",
    "t": "hasNext::b next::o",
    "K": "size::n isEmpty::b contains:o:b containsAll:l:b iterator::t toString::s toArray::a",
    "u": "escapeJavaScript:s:s urlEncode:s:s urlDecode:U:s base64Encode:s:s base64Decode:B:s parseJson:J:m",
    "q": "json:P:s path:P:o path:L:l path:M:m path:S:s params:k:s params::m getBody::s",
}  # fmt: skip


class Method(NamedTuple):
    """Is one overload of a method."""

    name: str
    arguments: str
    result: str


def _methods(text: str) -> tuple[Method, ...]:
    return tuple(Method(*one.split(":")) for one in text.split())


TABLE = {kind: _methods(text) for kind, text in METHODS.items()}
VARIABLES = {
    "s": ("s", "s1", "text"), "n": ("n", "n1", "count"), "f": ("f", "f1"), "b": ("b", "b1"), "l": ("l", "l1", "list"),
    "m": ("m", "m1", "map"), "c": ("c",), "a": ("a",), "e": ("e",), "t": ("t",), "K": ("ks",), "E": ("es",),
}  # fmt: skip
ARGUMENTS = {
    "i": ("0", "1", "0", "1", "2", "0", "$n1", "3", "-1"),
    "k": ("'k'", "'name'", "'a'", "$s1", "'n'", "1", '"k"', "'id'", "true"),
    "d": ("'12'", "'7'", "'-3'", "'101'", "'10'", "'x'"),
    "D": ("'1.5'", "'2'", "'-0.25'", "'1e3'", "' 7.5 '"),
    "F": ("'%s', $s", "'%d', 42", "'%05d|%s', 7, 'a'", "'%.2f', 1.005", "'%x', 255", "'%%'", "'%-5s|', 'a'",
          "'%,d', 1234567", "'%b', true", "'%S', 'abc'", "'%e', 12345.678", "'%+d', 5", "'%2$s %1$s', 'a', 'b'",
          "'%c', 65", "'%s', $l"),
    "A": ("$s1.toCharArray()",),
    "U": ("'a+b%20c'", "'%41'", "'x'", "'%C3%A9'", "''"),
    "B": ("'aGk='", "'YQ=='", "'w6k='", "''"),
    "J": ("'{\"a\":1}'", "$input.body", "'[1,2]'", "'nope'", "'{'", "'{\"k\":{\"x\":[1.50]}}'"),
}  # fmt: skip
OWNERS = {
    "s": "$s", "n": "$n", "f": "$f", "b": "$b", "c": "$c", "l": "$l", "m": "$m", "a": "$s1.split('b')",
    "e": "$m.entrySet().iterator().next()", "t": "$l1.iterator()", "K": "$m.keySet()", "u": "$util", "q": "$input",
}  # fmt: skip
ALL_METHODS = tuple((kind, method) for kind, methods in TABLE.items() for method in methods)
STRINGS = (
    "", "a", "abc", "Hello World", "x=1&y=2", "a.b.c", "  trim me  ", "1", "42", "true", "null", "é€", "😀 smile",
    "a/b", "it's",
    'say "hi"', "back\\slash", "tab\there", "line\nbreak", "$n", "#if(1)", "#end", "${s}", "{}", "[1]", "%41+b",
    "<b>&amp;</b>", "\u2028", "\x7f\x01", "ABC", "aXbXc", "10", "-5", "3.7", "ß", "k", "key", "name", "a,b,,c,,",
)  # fmt: skip
PATTERNS = (
    "a", "b", ",", "\\.", "[a-c]", "[^a-z]+", "\\s+", "\\d", "(a)(b)?", "x|y", "^a", "c$", ".", "", "X", "\\\\", "\\'",
    "[aeiou]", "a{1,2}", "(?i)A", "\\bW", "\\p{Alpha}", "\\w+?", "(?<g>l)", "\\Qa.b\\E", "[\\w&&[^a]]", "\\\\'", "/",
)  # fmt: skip
REPLACEMENTS = ("", "-", "z", "$0", "[$0]", "\\$", "\\\\", "$1", "'", '\\"')
PATHS = {
    "P": ("$", "$.s", "$.n", "$.list", "$.map", "$.map.k", "$.missing", "$.items[0]", "$.items[1].name", "$..name",
          "$.items[*].name", "$['s']", "$['map']['k']", "$.list[0,1]", "$.list[0:2]", "$.list[1:]", "$.list[:1]",
          "$.f", "$.b", "$.nothing", "$.items", "s", "$.map.*", "$.list[9]", "$.s.x", "$.list.x", "$.missing.x",
          "$.deep.a.b.c", "$.nested[0][1]", "$.big", "$.text"),
    "L": ("$.list", "$.items", "$.items[*].name", "$..name", "$.nested", "$.list[0:2]"),
    "M": ("$", "$.map", "$.items[0]", "$.deep", "$.deep.a"),
    "S": ("$.s", "$.map.k", "$.items[0].name", "$.text"),
}  # fmt: skip
NAMES = ("k", "name", "a", "id", "x", "first", "items", "map", "list", "s", "missing")
TEXTS = (
    "a", " ", "\n", "text ", "\t",
    "{", "}", '"', "'", ": ", ", ", "[", "]", "(", ")", "1", "-", "é", "\r\n", "\\", "\\\\",
    "$", "$ ", "# ", "#[[ $raw #if ]]#", "## comment\n", "#* block $x *#", "#** doc *#", "$5", "a#b", "a$b-", "\\#if",
    "\\\\#if(true)x#end", "\\#end", "\\$s", "\\\\$s", "\\\\\\$s", "$!", "${", "$[", "#s", "\\#s", "$!{s}", "$\\!s",
    "#$s",
    "$$s", "  \n", "\n\n", "${s}x", "$s.", "$s-", "${s}.length()", "$n.5", "$l[0]x", "\\\\", "#else1", "1.5", "<a>",
    "$!s", "\\$!s", "\\#foreach", "\\#foo", "\\\\#foreach($z in [1])$z#end", "&", "@", "!", "%", "$!{n}", "\\$!{n}",
)  # fmt: skip
LITERALS = ("#literal()$s #if(true)x#end#end", "#literal()\n$n#end\n", "#[[ $s ]]#", "#literal() a #end")
OVERRIDES = (
    "#set($context.responseOverride.status = 400)", "#set($context.responseOverride.header.X = $s)",
    "#set($context.requestOverride.querystring[$s1] = 'v')$context.requestOverride.querystring.abc",
    '#set($context.requestOverride.path.id = "$n")', "$context.requestOverride.header.put('h', $s)",
    "$context.requestOverride.header.get('h')",
)  # fmt: skip


class Request(NamedTuple):
    """Is a template and what it is rendered with, in plain data."""

    template: str
    body: str
    params: dict[str, dict[str, str]]
    context: dict[str, object]
    stage_variables: dict[str, str]
