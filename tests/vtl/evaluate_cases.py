"""What is known of mapping templates on AWS: one case a behaviour, with the source that says so.

The sources are those of the project's notes on the runtime: LS-AWS is recorded against AWS by LocalStack's tests, TQ
recorded in 2015 by ToQoz/api-gateway-mapping-template, DG the developer guide, ISS an issue comparing with AWS,
LS-code LocalStack's own code, VEL Velocity or Jayway in general.
"""

from __future__ import annotations

from typing import NamedTuple

FORMATTING = "LS-AWS:common::test_input_path_template_formatting"
BODY = "LS-AWS:common::test_input_body_formatting"
SQS = "LS-AWS:sqs::test_sqs_amz_json_protocol"
MAPS = "LS-AWS:integrations::test_integration_mock_with_vtl_map_assignation"
REFERENCE = "DG:api-gateway-mapping-template-reference"
OVERRIDE = "DG:apigateway-override-request-response-parameters"

PARAMS = {
    "path": {"id": "p", "both": "path"},
    "querystring": {"q": "a b", "both": "query", "category": "books"},
    "header": {"Accept": "*/*", "both": "header"},
}
CONTEXT: dict[str, object] = {
    "stage": "prod", "path": "/prod/x", "resourcePath": "/x", "requestTimeEpoch": 1700000000000,
    "isCanaryRequest": "false",
    "identity": {"sourceIp": "10.0.0.1", "apiKey": None}, "requestOverride": {}, "responseOverride": {},
    "authorizer": {"principalId": "me", "numKey": "1", "claims": {"sub": "s", "custom:role": "admin"}},
}  # fmt: skip
VARIABLES = {"url": "example.com", "dashed-name": "x"}


class Case(NamedTuple):
    """Is one behaviour."""

    name: str
    source: str
    template: str
    expected: str
    body: str = '{"p": 1}'


CASES = (
    # 1.1 $input
    Case("body-is-raw-text", BODY, "$input.body", '{ "a":1 }', '{ "a":1 }'),
    Case("empty-body-prints-braces", BODY, "$input.body", "{}", ""),
    Case("body-has-no-members", BODY, "[$input.body.a]", "[]", '{"a": 1}'),
    Case("json-is-compact", "DG:mapping-template-reference; TQ", "$input.json('$.p')", '{"a":[1,"x"]}',
         '{"p": {"a": [1, "x"]}}'),
    Case("json-keeps-quotes", "TQ", "$input.json('$.p')", '"x"', '{"p": "x"}'),
    Case("json-of-empty-body", "TQ", "$input.json('$')", "{}", ""),
    Case("json-of-text", "TQ", "$input.json('$')", '"a=b"', "a=b"),
    Case("json-of-missing", "LS-code:unit; ISS:localstack#12774", "$input.json('$.missing')", '""'),
    Case("json-has-no-members", "LS-code:unit", "[$input.json('$').p]", "[]"),
    Case("path-is-an-object", "DG", "#set($o = $input.path('$'))$o.p.q", "1", '{"p": {"q": 1}}'),
    Case("path-of-empty-body", "TQ, CONFLICT", "[$input.path('$')]", "[{}]", ""),
    Case("path-below-empty-body", FORMATTING, "[$input.path('$.x')]", "[]", ""),
    Case("path-of-text", "TQ", "$input.path('$')", "a=b", "a=b"),
    Case("path-of-text-with-brace", "TQ", "$input.path('$')", "a{b", "a{b"),
    Case("path-of-null-and-brace", "TQ", "$input.path('$')", "null{", "null{"),
    Case("path-of-true-and-brace", "TQ", "$input.path('$')", "true{", "true{"),
    Case("path-of-undefined-and-brace", "TQ", "$input.path('$')", "undefined{", "undefined{"),
    Case("path-after-blanks", "TQ", "$input.path('$.a')", "1", ' \n{"a": 1}'),
    Case("params-are-three-maps", "DG", "$input.params().keySet()", "[path, querystring, header]"),
    Case("param-looks-in-path-first", "DG; TQ", "$input.params('both')", "path"),
    Case("param-from-query", "DG; TQ", "$input.params('q')", "a b"),
    Case("param-from-header", "DG; TQ", "$input.params('Accept')", "*/*"),
    Case("param-missing-is-empty", "LS-code; ISS:serverless-offline#1362", "[$input.params('none')]", "[]"),
    Case("param-names-have-case", "DG:api-gateway-known-issues", "[$input.params('accept')]", "[]"),
    Case("param-group-prints-as-map", "ISS:serverless#1014", "$input.params().path", "{id=p, both=path}"),
    Case("repeated-param-is-given-once", "LS-AWS:lambda::test_lambda_aws_proxy_integration",
         "$input.params('category')", "books"),
    Case("input-prints-braces", "TQ", "$input", "{}"),
    Case("util-prints-braces", "TQ", "$util", "{}"),
    Case("params-without-call", "TQ", "$input.params", "{}"),
    Case("json-without-call", "TQ", "$input.json", "{}"),
    Case("urlencode-without-call", "TQ", "$util.urlEncode", "{}"),
    Case("params-get", "DG", "$input.params().header.get('Accept')", "*/*"),
    Case("params-key-set", SQS, "#foreach($k in $input.params().path.keySet())$k,#end", "id,both,"),
    Case("params-size", "DG", "$input.params().querystring.size()", "3"),
    Case("params-entry-set", "DG", "#foreach($e in $input.params().path.entrySet())$e.key=$e.value;#end",
         "id=p;both=path;"),
    Case("indefinite-path-is-a-list", "VEL, U", "$input.path('$.a[*].b')", "[1,2]", '{"a": [{"b": 1}, {"b": 2}]}'),
    Case("filter", "VEL, U", "$input.path('$.a[?(@.b > 1)]')", '[{"b":2}]', '{"a": [{"b": 1}, {"b": 2}]}'),
    # 1.2 what values print
    Case("object-prints-as-map", FORMATTING, "$input.path('$')", "{foo=bar}", '{"foo": "bar"}'),
    Case("object-keeps-order", FORMATTING, "$input.path('$')", "{bigger=dict, to=test, with=separators}",
         '{"bigger": "dict", "to": "test", "with": "separators"}'),
    Case("array-prints-json", FORMATTING, "$input.path('$')", '[{"foo":"bar"}]', '[{"foo": "bar"}]'),
    Case("array-in-object", FORMATTING, "$input.path('$')", '{foo=[{"nested":"bar"}]}', '{"foo": [{"nested": "bar"}]}'),
    Case("element-object", FORMATTING, "#set($l = $input.path('$'))$l[0]", "{foo=bar}", '[{"foo": "bar"}]'),
    Case("element-array", FORMATTING, "#set($l = $input.path('$'))$l[0]", '["foo"]', '[["foo"]]'),
    Case("to-string-prints-the-same", FORMATTING, "$input.path('$').toString()", '{a=["b"]}', '{"a": ["b"]}'),
    Case("empty-array", FORMATTING, "$input.path('$')|$input.path('$').nested", "[]|", "[]"),
    Case("null-is-null", FORMATTING, "#if($input.path('$.a') == $null)T#end", "T", '{"a": null}'),
    Case("null-is-empty", FORMATTING, "#if($input.path('$.a') == '')T#end[$input.path('$.a')]", "T[]", '{"a": null}'),
    Case("missing-is-null-and-empty", FORMATTING, "#set($v = $input.path('$.z'))#if($v == $null && $v == '')T#end",
         "T"),
    Case("string-is-raw", "TQ; DG", "$input.path('$.a')", '<"&">', '{"a": "<\\"&\\">"}'),
    Case("integer", "DG:models-mappings", "$input.path('$.a')", "232", '{"a": 232}'),
    Case("decimal", "DG:models-mappings", "$input.path('$.a')", "1.99", '{"a": 1.99}'),
    Case("boolean", "DG", "$input.path('$.a') $input.path('$.b')", "true false", '{"a": true, "b": false}'),
    Case("null-of-identity", SQS, "[$context.identity.get('apiKey')]", "[]"),
    Case("map-of-context-prints-nothing", SQS, "[$context.get('identity')]", "[]"),
    Case("override-maps-print-nothing", SQS, "[$context.requestOverride$context.requestOverride.header]", "[]"),
    Case("claims-print-nothing", "DG", "[$context.authorizer.claims]", "[]"),
    # 1.3 null and unresolved references
    Case("undefined-prints-nothing", "LS-AWS:common; ISS:ToQoz#4", "[$nope$!nope${nope}$nope.x.y()]", "[]"),
    Case("undefined-is-true", "ISS:serverless-offline#50; sookocheff.com", "#if($nope)T#{else}F#end", "T"),
    Case("safe-test-for-undefined", "ISS:serverless-offline#50", '#if("$!nope" != "")T#{else}F#end', "F"),
    Case("undefined-is-empty", "ISS:serverless-offline#50", '#if($nope == "")T#end', "T"),
    Case("missing-param-has-length-zero", "qiita", "#if($input.params('none').length() != 0)T#{else}F#end", "F"),
    Case("quiet-prints-the-same", "sookocheff.com", "$!context.stage$context.stage", "prodprod"),
    Case("null-is-undefined", "LS-AWS:common", "#if($nope == $null)T#end", "T"),
    Case("unknown-stage-variable", "LS-AWS:canary::test_invoking_canary_deployment", "[$stageVariables.none]", "[]"),
    # 1.4 directives and syntax
    Case("set-if-foreach", "DG",
         "#set($x = 'a')#if($x == 'b')1#elseif($x == 'a')2#{else}3#end#foreach($e in [1, 2])$e#end", "212"),
    Case("foreach-has-next", "DG; " + SQS, "#foreach($e in [1, 2])$e#if($foreach.hasNext),#end#end", "1,2"),
    Case("foreach-index-and-count", "VEL, U",
         "#foreach($e in [7, 8])$foreach.index$foreach.count$velocityCount #end", "011 122 "),
    Case("define-is-late", "LS-code:unit; ISS:localstack#7226", "#define($d)[$v]#end#set($v = 1)$d#set($v = 2)$d",
         "[1][2]"),
    Case("macro", "U", "#macro(twice $x)$x$x#end#twice('a')", "aa"),
    Case("evaluate", "U", "#set($t = '#if(true)x#end')#evaluate($t)", "x"),
    Case("set-member-by-variable", MAPS,
         '#set($n = "k")#set($context.requestOverride.querystring[$n] = "v")$context.requestOverride.querystring.k',
              "v"),
    Case("index-syntax", MAPS,
         '#set($context["requestOverride"].querystring["k"] = "v")$context.requestOverride.querystring.k', "v"),
    Case("put-on-override", MAPS,
         "#set($d = $context.requestOverride.header.put('h', 'v'))$context.requestOverride.header.h", "v"),
    Case("list-literal", OVERRIDE, '#set($l = ["a", $context.stage])$l', "[a, prod]"),
    Case("list-add", "VEL", "#set($l = [])#set($d = $l.add('x'))$l.size()$d", "1true"),
    Case("map-put", "VEL", "#set($m = {})#set($d = $m.put('a', 1))$m", "{a=1}"),
    Case("contains", "DG", "#if($input.body.contains('p'))T#end", "T"),
    Case("replace-all", "DG", "$input.path('$.a').replaceAll('[0-9]+', '-')", "a-b-", '{"a": "a1b22"}'),
    Case("length", "qiita", "$input.path('$.a').length()", "3", '{"a": "abc"}'),
    Case("other-string-methods", "VEL",
         "#set($s = ' a,B ')$s.trim().toLowerCase().split(',')[1]$s.substring(1, 2)$s.isEmpty()"
         "$s.matches('.*B.*')$s.equals('x')", "bafalsetruefalse"),
    Case("size-of-map", "DG", "$input.path('$.things').size()", "3", '{"things": {"1": {}, "2": {}, "3": {}}}'),
    Case("integer-arithmetic", "VEL", "#set($a = 7 / 2)#set($b = -7 % 3)#set($c = 2 + 3 * 4)$a $b $c", "3 -1 14"),
    Case("division-by-zero-is-null", "VEL", "#set($a = 5)#set($a = 1 / 0)$a", "5"),
    Case("equality-of-classes-is-by-text", "VEL 1.x", "#if('1' == 1)T#end", "T"),
    Case("comparison-with-param", "DG:how-to-mock-integration", "#if($input.params('id') == \"p\")T#end", "T"),
    Case("comments-and-raw-text", "VEL", "a## c\nb#* c *#c#[[$d #if]]#", "abc$d #if"),
    Case("directive-takes-its-line-end", "VEL, U", "a\n#set($x = 1)\nb\n#if(true)\nc\n#end\nd", "a\nb\nc\nd"),
    Case("raw-newline-is-not-escaped", SQS, '{"a": "$input.path(\'$.a\')"}', '{"a": "x\ny"}', '{"a": "x\\ny"}'),
    # 1.5 $util
    Case("escape-java-script", "DG", "$util.escapeJavaScript($input.path('$.a'))", "\\\"\\n\\'", '{"a": "\\"\\n\'"}'),
    Case("documented-idiom", "DG", "$util.escapeJavaScript($input.path('$.a')).replaceAll(\"\\\\'\",\"'\")", "it's",
         '{"a": "it\'s"}'),
    Case("escape-of-undefined", "ISS:serverless-offline#136, CONFLICT", "[$util.escapeJavaScript($nope)]", "[]"),
    Case("escape-of-json", "LS-code:unit", "$util.escapeJavaScript($input.json('$.a'))", '\\"foobar\\"',
         '{"a": "foobar"}'),
    Case("escape-adds-no-quotes", "ISS:localstack#7226", "$util.escapeJavaScript('a')", "a"),
    Case("escape-of-slash-and-accents", "U", "$util.escapeJavaScript('/é😀')", "\\/\\u00E9\\uD83D\\uDE00"),
    Case("parse-json", "DG; LS-AWS:integrations", "#set($o = $util.parseJson($input.path('$.a')))$o.k.arr[0]", "1",
         '{"a": "{\\"k\\": {\\"arr\\": [1]}}"}'),
    Case("parse-json-of-nonsense", "ISS:serverless-offline#136", "[$util.parseJson('nonsense')]", "[]"),
    Case("parse-json-of-number", "ISS:serverless-offline#136, CONFLICT", "[$util.parseJson('5')]", "[]"),
    Case("url-encode", BODY, "$util.urlEncode($input.body)", "%7B%22some%22%3A+%22value%22%7D", '{"some": "value"}'),
    Case("url-encode-empty-body", BODY, "$util.urlEncode($input.body)", "%7B%7D", ""),
    Case("url-decode", "DG; LS-code:unit", "$util.urlDecode('x=a+b%26')", "x=a b&"),
    Case("base64", "DG; TQ", "$util.base64Encode('é?')$util.base64Decode('w6k/')", "w6k/é?"),
    Case("appsync-only", "DG, U", "[$util.toJson($input)$util.qr('x')$util.time.nowISO8601()]", "[]"),
    # 1.6 $stageVariables
    Case("stage-variable-forms", REFERENCE,
         "$stageVariables.url ${stageVariables.url} $stageVariables['url'] ${stageVariables['url']}",
         "example.com example.com example.com example.com"),
    # 1.7 $context
    Case("context-leaf", REFERENCE, "$context.stage $context.path $context.resourcePath", "prod /prod/x /x"),
    Case("context-epoch", REFERENCE, "$context.requestTimeEpoch", "1700000000000"),
    Case("canary-prints-a-boolean", REFERENCE, "$context.isCanaryRequest", "false"),
    Case("authorizer-values-are-texts", REFERENCE, "$context.authorizer.principalId$context.authorizer.numKey", "me1"),
    Case("claims", REFERENCE, "$context.authorizer.claims.sub $context.authorizer.claims['custom:role']", "s admin"),
    Case("identity", REFERENCE, "$context.identity.sourceIp", "10.0.0.1"),
    Case("context-keys", SQS, "#foreach($k in $context.keySet())$k,#end",
         "stage,path,resourcePath,requestTimeEpoch,isCanaryRequest,identity,requestOverride,responseOverride,authorizer,"),
    Case("no-authorizer-no-rounds", SQS, "#foreach($k in $context.none.keySet())$k#end.", "."),
)  # fmt: skip
