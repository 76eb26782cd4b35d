from __future__ import annotations

from tests.lower.documents import api_of


def test_statements_are_read_and_the_document_is_kept() -> None:
    policy = api_of(
        """
        x-amazon-apigateway-policy:
          Version: "2012-10-17"
          Statement:
            - {Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: ["execute-api:/*", !Ref R]}
            - {Effect: Deny, Condition: {IpAddress: {"aws:SourceIp": 10.0.0.0/8}}}
            - broken
        """
    ).policy

    assert policy is not None
    allow, deny = policy.statements
    assert (allow.effect, allow.principal) == ("Allow", "*")
    assert [str(action) for action in allow.actions] == ["execute-api:Invoke"]
    assert [str(resource) for resource in allow.resources] == ["execute-api:/*", "${R}"]
    assert deny.condition == {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}
    assert isinstance(policy.document, dict)
    assert policy.document["Version"] == "2012-10-17"


def test_a_lone_statement_needs_no_list() -> None:
    policy = api_of("x-amazon-apigateway-policy: {Statement: {Effect: Allow}}").policy

    assert policy is not None
    assert [statement.effect for statement in policy.statements] == ["Allow"]


def test_a_policy_that_is_no_mapping_is_none() -> None:
    assert api_of("x-amazon-apigateway-policy: [1]").policy is None
    assert api_of("x-amazon-apigateway-policy: {Statement: 1}").policy is not None
