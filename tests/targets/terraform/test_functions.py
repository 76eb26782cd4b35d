from __future__ import annotations

import io
from zipfile import ZipFile

from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.ir import Api, CodeFile, NeededFunction, Text
from specforge.targets.target import NoOptions
from specforge.targets.terraform.target import emit
from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, files_of, resources_of

FUNCTION = "functions: {getOrder: {handler: a.b, runtime: python3.13%s}}"


def a_needed_function() -> Api:
    api = an_api()
    need = NeededFunction(
        name="signUpload",
        files=(CodeFile(path="index.py", content="handler = None\n"),),
        handler="index.handler",
        environment={"PREFIX": Text(("in/",))},
        origin=api.origin,
    )
    return replace(api, needs=(need,))


def test_a_function_without_code_takes_the_path_of_a_zip_file_and_is_called_by_the_document() -> None:
    files = files_of(an_api(FUNCTION % ""))

    assert "filename         = var.get_order_package" in files["functions.tf"]
    assert "${jsonencode(aws_lambda_function_get_order_invoke_arn)}" in files["openapi.json.tftpl"]


def test_a_function_that_a_short_form_needs_brings_its_package() -> None:
    (package,) = [file for file in emit(a_needed_function(), NoOptions(), Report()) if file.path.suffix == ".zip"]

    with ZipFile(io.BytesIO(package.data)) as archive:
        assert archive.read("index.py") == b"handler = None\n"
    assert '"${path.module}/packages/sign_upload.zip"' in files_of(a_needed_function())["functions.tf"]


def test_a_function_of_ours_is_called_after_the_prefix() -> None:
    found = block_of(a_needed_function(), 'resource "aws_lambda_function" "sign_upload"')

    assert 'function_name    = "${var.name_prefix}-signUpload"' in found
    assert 'PREFIX = "in/"' in found


def test_a_function_may_write_its_own_log_and_nothing_else() -> None:
    found = block_of(an_api(FUNCTION % ""), 'resource "aws_iam_role_policy" "get_order_fn"')

    assert 'Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]' in found
    assert 'Resource = ["${aws_cloudwatch_log_group.get_order_fn.arn}:*"]' in found
    assert found.count("Effect") == 1


def test_a_function_may_do_what_is_allowed_to_it() -> None:
    allowed = ", allow: [{actions: ['dynamodb:GetItem'], resources: ['arn:aws:dynamodb:x:1:table/t']}]"

    found = block_of(an_api(FUNCTION % allowed), 'resource "aws_iam_role_policy" "get_order_fn"')

    assert 'Action   = ["dynamodb:GetItem"]' in found


def test_a_function_with_a_role_gets_no_other() -> None:
    found = resources_of(an_api(FUNCTION % ", role: 'arn:aws:iam::123456789012:role/mine'"))

    assert 'role             = "arn:aws:iam::123456789012:role/mine"' in found
    assert 'resource "aws_iam_role" "get_order_fn"' not in found


def test_permissions_of_one_function_are_one_resource() -> None:
    found = block_of(an_api("stages: {dev: {}, prod: {}}"), 'resource "aws_lambda_permission"')

    assert 'for_each = toset(["/dev/GET/orders/*", "/prod/GET/orders/*"])' in found
    assert 'source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}${each.value}"' in found


def test_a_permission_names_the_method() -> None:
    found = block_of(an_api(), 'resource "aws_lambda_permission"')

    assert 'source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/*/GET/orders/*"' in found


def test_a_permission_takes_the_function_out_of_the_invoke_arn() -> None:
    found = block_of(an_api(uri="${read_invoke_arn}"), 'resource "aws_lambda_permission"')

    assert 'try(regex("/functions/([^/]+)/", var.read_invoke_arn)[0], var.read_invoke_arn)' in found
