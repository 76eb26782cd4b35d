from __future__ import annotations

from specforge.diagnostics import Report
from tests.infrastructure.apis import an_api
from tests.targets.sam.templates import of_type, properties_of, text_of_template

DOMAIN = "domain: {name: api.example.com, certificate: 'arn:aws:acm:x', hosted-zone: Z1, base-path: %s}"


def test_a_function_is_called_by_the_document() -> None:
    api = an_api("functions: {getOrder: {handler: a.b, runtime: python3.13, code: src/}}")

    body = properties_of(api, "Api")["DefinitionBody"]
    integration = body["paths"]["/orders/{id}"]["get"]["x-amazon-apigateway-integration"]

    assert properties_of(api, "GetOrderFunction")["CodeUri"] == "../../src/"
    assert integration["uri"]["Fn::Sub"].endswith("/functions/${GetOrderFunction.Arn}/invocations")
    assert properties_of(api, "GetOrderPermission")["FunctionName"] == {"Ref": "GetOrderFunction"}


def test_a_permission_names_the_method() -> None:
    (found,) = of_type(an_api(), "AWS::Lambda::Permission")

    assert found["SourceArn"]["Fn::Sub"].endswith(":${Api}/*/GET/orders/*")


def test_a_key_of_two_plans_is_made_once_and_is_in_both() -> None:
    api = an_api("usage-plans: {gold: {keys: [a]}, silver: {keys: [a]}}")

    assert len(of_type(api, "AWS::ApiGateway::ApiKey")) == 1
    assert [found["KeyId"] for found in of_type(api, "AWS::ApiGateway::UsagePlanKey")] == [{"Ref": "AApiKey"}] * 2


def test_a_usage_plan_limits_stages_and_single_methods() -> None:
    deploy = 'usage-plans: {gold: {throttle: {methods: {"GET /orders/{id}": {rate: 5}}}, quota: {limit: 9, per: day}}}'

    (found,) = of_type(an_api(deploy), "AWS::ApiGateway::UsagePlan")

    assert found["ApiStages"][0]["Throttle"] == {"/orders/{id}/GET": {"RateLimit": 5}}
    assert found["ApiStages"][0]["Stage"] == {"Ref": "Api.Stage"}
    assert found["Quota"] == {"Limit": 9, "Period": "DAY"}


def test_the_domain_of_a_rest_api_has_a_base_path_mapping() -> None:
    api = an_api(DOMAIN % "v1")

    assert properties_of(api, "Mapping")["BasePath"] == "v1"
    assert properties_of(api, "DomainRecord")["AliasTarget"]["DNSName"] == {
        "Fn::GetAtt": ["Domain", "RegionalDomainName"]
    }


def test_a_base_path_of_several_levels_needs_a_mapping_of_version_2() -> None:
    assert properties_of(an_api(DOMAIN % "shop/v1"), "Mapping")["ApiMappingKey"] == "shop/v1"


def test_mutual_tls_is_a_setting_of_the_domain() -> None:
    api = an_api("domain: {name: api.example.com, mutual-tls: {truststore: 's3://b/t.pem'}}")

    assert properties_of(api, "Domain")["MutualTlsAuthentication"] == {"TruststoreUri": "s3://b/t.pem"}
    assert properties_of(api, "Api")["DisableExecuteApiEndpoint"] is True


def test_a_permission_takes_the_function_out_of_the_uri() -> None:
    (found,) = of_type(an_api(uri="${read_invoke_arn}"), "AWS::Lambda::Permission")

    behind = {"Fn::Select": [1, {"Fn::Split": ["/functions/", {"Ref": "ReadInvokeArn"}]}]}
    assert found["FunctionName"] == {"Fn::Select": [0, {"Fn::Split": ["/invocations", behind]}]}


def test_a_uri_of_an_http_api_that_is_one_expression_is_reported() -> None:
    report = Report()
    text_of_template(an_api(kind="http", uri="${read_arn}"), report)

    assert "lambda-permission-not-derivable" in [found.rule for found in report.take()]
