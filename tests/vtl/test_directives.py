from __future__ import annotations

import pytest

from specforge.vtl import parse


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("#foreach($a)#end", "#foreach must read #foreach($item in $list)"),
        ("#foreach(a in $b)#end", "a is not a value that #foreach takes"),
        ("#foreach #end", "#foreach needs arguments in parentheses"),
        ("#define(a)#end", "a is not a value that #define takes"),
        ("#define($a $b)#end", "#define takes exactly one argument"),
        ("#evaluate()", "#evaluate takes exactly one argument"),
        ("#macro($a)#end", "#macro must begin with the name of the macro, without quotes"),
        ("#macro(m a)#end", "the macro parameter a must be a reference, $a"),
        ("#macro(m)#end#m(a)", "a is not a value that #m takes"),
        ('#include("x")', "#include is not available in API Gateway: a template has no files"),
    ],
)
def test_wrong_arguments_of_a_directive_are_named(template: str, message: str) -> None:
    assert parse(template).errors[0].message == message
