from __future__ import annotations

from specforge.vtl import parse, references
from specforge.vtl.references import assigned_names


def test_references_are_found_wherever_they_are_evaluated() -> None:
    template = '$a.b($c)["$d"]#if($!e && !${f})#end#set($g = [$h, {"i": $j}, "k $l"])#x($m) \\$n \\\\$o "$p"'
    names = [reference.name for reference in references(parse(template).ast)]

    assert names == list("acdefghjlmop")


def test_assigned_names_are_those_of_set_foreach_define_and_macro() -> None:
    template = "#set($a = 1)#set($b.c = 1)#foreach($d in $e)#end#define($f)#end#macro(m $g $h)#end"

    assert assigned_names(parse(template).ast) == {"a", "d", "f", "g", "h"}
