from __future__ import annotations

from tests.lower.documents import api_of


def test_validators_and_which_of_them_applies() -> None:
    api = api_of(
        """
        x-amazon-apigateway-request-validators:
          all: {validateRequestBody: true, validateRequestParameters: "true"}
          none: {}
          broken: x
        x-amazon-apigateway-request-validator: none
        paths:
          /own: {get: {x-amazon-apigateway-request-validator: all}}
          /root: {get: {}}
        """
    )
    own, root = api.operations

    assert [(v.name, v.validate_body, v.validate_parameters) for v in api.validators.values()] == [
        ("all", True, True),
        ("none", False, False),
    ]
    assert (api.validator, own.validator, root.validator) == ("none", "all", "none")
    assert own.validator_origin is not None
    assert own.validator_origin.path() == "/paths/~1own/get/x-amazon-apigateway-request-validator"
    assert root.validator_origin is not None
    assert root.validator_origin.path() == "/x-amazon-apigateway-request-validator"


def test_without_validators_none_applies() -> None:
    (operation,) = api_of("paths: {/a: {get: {}}}").operations

    assert (operation.validator, operation.validator_origin) == (None, None)
