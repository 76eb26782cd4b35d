from __future__ import annotations

import random

import pytest

from specforge.vtl import check
from tests.vtl.fragments import FRAGMENTS


def found(template: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.message, template[one.start : one.end]) for one in check(template)]


@pytest.mark.parametrize(
    ("template", "message", "place"),
    [
        ("$inptu.body", "$inptu has no value; did you mean $input?", "$inptu"),
        ("$inputs", "$inputs has no value; did you mean $input?", "$inputs"),
        ("$Context.stage", "$Context has no value; did you mean $context?", "$Context"),
        ("$contxt.stage", "$contxt has no value; did you mean $context?", "$contxt"),
        ("${stageVariable.x}", "$stageVariable has no value; did you mean $stageVariables?", "${stageVariable"),
        ('"$elem.data"', "$elem is never assigned: this prints nothing", "$elem"),
        ("$ctx.args.id", "$ctx is AppSync's; API Gateway has $context and $input", "$ctx"),
    ],
)
def test_a_reference_that_cannot_have_a_value_is_found(template: str, message: str, place: str) -> None:
    assert found(template) == [("unknown-reference", message, place)]


@pytest.mark.parametrize(
    ("template", "message", "place"),
    [
        ("$input.pth('$')", "$input has no pth; did you mean path?", "$input.pth('$')"),
        ("$util.escapeJavascript($input.body)", "$util has no escapeJavascript; did you mean escapeJavaScript?",
         "$util.escapeJavascript($input.body)"),
        ("$util.dynamodb.toDynamoDBJson($x)", "$util has no dynamodb: that is a utility of AppSync", "$util.dynamodb"),
        ("$util.error('x')", "$util has no error: that is a utility of AppSync", "$util.error('x')"),
        ("$context.requestID", "$context has no requestID; did you mean requestId?", "$context.requestID"),
        ('$context["stge"]', "$context has no stge; did you mean stage?", '$context["stge"]'),
        ("$input.params().headers", "$input.params() has no headers; did you mean header?", "$input.params().headers"),
        ("$input.body.name",
         "$input.body is text without members; $input.path('$.name') reads one", "$input.body.name"),
    ],
)  # fmt: skip
def test_a_member_that_does_not_exist_is_found(template: str, message: str, place: str) -> None:
    assert found(template) == [("unknown-member", message, place)]


@pytest.mark.parametrize(
    "template",
    [
        '{"$ref": "#/definitions/a", "p": "$.store.book", "c": "$5.00", "t": "$"}',
        "$x", "$null", "#if($x == $null)#end", "$!x.y", "${Foo}", "${Table}x", "${aws_table.x.arn}", "${AWS::Region}",
        "${inputs.name}", r"\$inptu.body", "$url.x$!unit",
        "#set($inptu = 1)$inptu.body", "#foreach($e in $input.path('$'))$e.id $foreach.index $velocityCount#end",
        "#define($d)$e.f#end#set($e = {})", "#macro(m $p)$p.q#end", '#evaluate("x")$y.z',
        "$input.body $input.body.length() $input.body.empty $input.json('$') $input.params('x') $input.params().path.x",
        "$input.params().get('header').x", "$util.urlDecode($util.base64Encode('x'))",
        "$context.authorizer.claims['custom:role'] $context.error.messageString $context.identity.sourceIp",
        "#set($context.responseOverride.status = 400)#set($context.requestOverride.header.x = 'y')",
        "#set($context.mine = 1)$context.mine", "$context.get('x') $context.keySet()", "$context[$k]",
        "$stageVariables.x $stageVariables['y']", "#set($util = $x)$util.anything", "#literal()$inptu.x#end",
        "#[[ $inptu.x ]]#", "## $inptu.x\n", "#* $inptu.x *#", "user@example.com costs 5%",
    ],
)  # fmt: skip
def test_what_may_be_meant_is_not_reported(template: str) -> None:
    expected = [] if "$url" not in template else ["unknown-reference"]

    assert [one.kind for one in check(template)] == expected


def test_a_comment_without_end_loses_the_rest() -> None:
    assert found("a #* b") == [("unclosed-directive", "#* is never closed: what follows is lost", "#* b")]


def test_deferred_ranges_are_values_about_which_nothing_is_known() -> None:
    template = '{"a": "arn:${AWS::Partition}:${Table.Arn}", #if(${!x y} == 1)b#end'
    ranges = [(start, template.index("}", start) + 1) for start in (12, 29, template.index("${!x"))]

    assert check(template, ranges) == ()


def test_names_are_not_judged_where_the_template_is_broken() -> None:
    assert [one.kind for one in check("#set($a = 5-3)$a.b")] == ["syntax"]


def test_random_templates_are_judged_without_raising() -> None:
    source = random.Random(9)
    for _ in range(1000):
        template = "".join(source.choices((*FRAGMENTS, "$inptu.x", "$util.", "$context[", "#*"), k=20))
        ranges = [(3, 9), (15, 16)] if len(template) > 20 else []
        for problem in check(template, ranges):
            assert 0 <= problem.start <= problem.end <= len(template), template
