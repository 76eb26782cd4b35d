from __future__ import annotations

from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.ir import Api, BucketCors, CodeFile, Grant, NeededBucket, NeededFunction, NeededRole, Text, need_text
from tests.cloudformation.templates import files_of, of_type, properties_of, template_of
from tests.infrastructure.apis import an_api


def with_needs(api: Api) -> Api:
    bucket = NeededBucket(
        name="uploads", cors=(BucketCors(origins=("https://a.b",), methods=("POST",)),), origin=api.origin
    )
    grant = Grant(actions=("s3:PutObject",), resources=(need_text("uploads", "arn", "arn:x") + "/in/*",))
    function = NeededFunction(
        name="signUpload",
        files=(CodeFile(path="index.py", content="def handler(event, context): ...\n"),),
        handler="index.handler",
        environment={"BUCKET": need_text("uploads", "name", "x")},
        grants=(grant,),
        origin=api.origin,
    )
    role = NeededRole(
        name="table", grants=(Grant(actions=("dynamodb:GetItem",), resources=(Text(("t",)),)),), origin=api.origin
    )
    return replace(api, needs=(bucket, function, role))


def test_a_function_of_a_short_form_brings_its_code_and_its_role() -> None:
    api = with_needs(an_api())

    files = files_of(api)
    properties = properties_of(api, "SignUploadFunction")

    assert properties["CodeUri"] == "functions/SignUploadFunction.zip"
    assert files["sam/functions/SignUploadFunction.zip"].data.startswith(b"PK")
    assert properties["Environment"] == {"Variables": {"BUCKET": {"Ref": "UploadsBucket"}}}
    statement = properties_of(api, "SignUploadFunctionRole")["Policies"][0]["PolicyDocument"]["Statement"][1]
    assert statement["Resource"] == [{"Fn::Sub": "${UploadsBucket.Arn}/in/*"}]


def test_a_bucket_is_closed_encrypted_and_outlives_the_stack() -> None:
    api = with_needs(an_api())

    bucket = template_of(api)["Resources"]["UploadsBucket"]
    policy = properties_of(api, "UploadsBucketPolicy")["PolicyDocument"]["Statement"]

    assert bucket["DeletionPolicy"] == bucket["UpdateReplacePolicy"] == "Retain"
    assert set(bucket["Properties"]["PublicAccessBlockConfiguration"].values()) == {True}
    assert bucket["Properties"]["CorsConfiguration"]["CorsRules"][0]["AllowedOrigins"] == ["https://a.b"]
    assert [(one["Effect"], one["Condition"]) for one in policy] == [
        ("Deny", {"Bool": {"aws:SecureTransport": "false"}})
    ]


def test_a_role_says_who_takes_it_on_and_what_it_may() -> None:
    found = properties_of(with_needs(an_api()), "TableRole")

    assert found["AssumeRolePolicyDocument"]["Statement"][0]["Principal"] == {"Service": "apigateway.amazonaws.com"}
    assert found["Policies"][0]["PolicyDocument"]["Statement"] == [
        {"Effect": "Allow", "Action": ["dynamodb:GetItem"], "Resource": ["t"]}
    ]


def test_the_link_of_an_http_api_leads_into_subnets() -> None:
    api = an_api("vpc-links: {stock: {subnets: [a, b], security-groups: [c]}}", kind="http")

    (found,) = of_type(api, "AWS::ApiGatewayV2::VpcLink")
    assert found == {"Name": "stock", "SubnetIds": ["a", "b"], "SecurityGroupIds": ["c"]}


def test_a_link_that_nothing_goes_through_is_reported() -> None:
    report = Report()
    files_of(an_api("vpc-links: {stock: {targets: [t]}}"), report)

    assert "deployed-vpc-link-unused" in [found.rule for found in report.take()]
