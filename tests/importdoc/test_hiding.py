from __future__ import annotations

import pytest

from specforge.importdoc.hiding import secrets_of, without
from specforge.importdoc.writing import Written
from specforge.ir import Data
from tests.importdoc.parts import read

API = read("""
info: {title: orders, version: '1'}
paths:
  /a:
    get:
      x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://backend.example.org/{id}'}
    put:
      x-amazon-apigateway-integration: {type: aws, uri: 'arn:aws:apigateway:eu-west-1:s3:path/parcels/{key}'}
    post:
      x-amazon-apigateway-integration: {type: aws, uri: 'arn:aws:apigateway:eu-west-1:sqs:path/123456789012/queue'}
    delete:
      x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://${host}.example.net/a'}
""")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see arn:aws:lambda:eu-west-1:1:function:a, then", "see …, then"),
        ("arn:aws-us-gov:s3:::b", "…"),
        ("arn:${AWS::Partition}:s3:::b", "…"),
        ("account 123456789012.", "account …."),
        ("order 1234567890123", "order 1234567890123"),
        ("https://backend.example.org/x", "https://…/x"),
        ("https://my-backend.example.org/x", "https://my-backend.example.org/x"),
        ("s3://parcels/a", "…/a"),
        ("https://parcels.s3.eu-west-1.amazonaws.com/a", "https://…/a"),
        ("all parcels", "all parcels"),
        ("https://x-vpce-0123456789abcdef0.execute-api.eu-west-1.vpce.amazonaws.com/p", "https://…/p"),
        ("https://x.example.net", "https://x.example.net"),
    ],
)
def test_what_is_hidden_of_a_text(text: str, shown: str) -> None:
    document: Written = {"info": {"description": text}}

    assert without(secrets_of(API), document) == (
        {"info": {"description": shown}},
        ["#/info/description"] * (text != shown),
    )


def test_texts_are_found_wherever_they_are() -> None:
    document: Written = {"a": [{"b/c": ["arn:aws:s3:::b"]}], "d": 1}

    assert without(secrets_of(API), document) == ({"a": [{"b/c": ["…"]}], "d": 1}, ["#/a/0/b~1c/0"])


def test_what_the_document_shares_with_others_is_not_touched() -> None:
    example: Data = ["arn:aws:s3:::b"]

    without(secrets_of(API), {"example": example})

    assert example == ["arn:aws:s3:::b"]


def test_a_pattern_over_arns_stays_unless_it_names_an_account() -> None:
    document: Written = {"pattern": "^arn:aws:sns:.*$", "other": {"pattern": "^arn:aws:sns:eu-west-1:123456789012:.*$"}}

    shown, hidden = without(secrets_of(API), document)

    assert hidden == ["#/other/pattern"]
    assert shown["pattern"] == "^arn:aws:sns:.*$"
