from __future__ import annotations

from msgspec.structs import replace

from specforge.ir import Api, Data, Deferred, Grant, NeededRole, Text
from tests.infrastructure.apis import an_api
from tests.targets.terraform.modules import block_of, resources_of


def a_role(*grants: Grant) -> Api:
    api = an_api()
    return replace(api, needs=(NeededRole(name="readOrders", grants=grants, origin=api.origin),))


def test_a_role_is_taken_by_one_service() -> None:
    found = block_of(a_role(), 'resource "aws_iam_role" "read_orders"')

    assert 'Principal = { Service = "apigateway.amazonaws.com" }' in found
    assert 'name_prefix          = "${var.name_prefix}-readOrders-"' in found


def test_a_role_may_do_what_is_granted() -> None:
    partition = Deferred("aws", "AWS::Partition", {"Ref": "AWS::Partition"})
    table = Text(("arn:", partition, ":dynamodb:eu-west-1:1:table/t"))
    condition: dict[str, Data] = {"StringEquals": {"aws:SourceAccount": "123456789012"}}

    found = block_of(
        a_role(Grant(actions=("dynamodb:GetItem",), resources=(table,), condition=condition)),
        'resource "aws_iam_role_policy"',
    )

    assert '["arn:${data.aws_partition.current.partition}:dynamodb:eu-west-1:1:table/t"]' in found
    assert '"aws:SourceAccount" = "123456789012"' in found


def test_a_role_without_grants_has_no_policy() -> None:
    assert 'resource "aws_iam_role_policy"' not in resources_of(a_role())
