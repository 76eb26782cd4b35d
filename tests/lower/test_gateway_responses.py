from __future__ import annotations

from specforge.ir import Text
from tests.lower.documents import api_of


def test_gateway_responses_are_read_in_order() -> None:
    first, second = api_of(
        """
        x-amazon-apigateway-gateway-responses:
          DEFAULT_4XX:
            responseParameters: {gatewayresponse.header.A: "'*'", gatewayresponse.header.B: null}
            responseTemplates: {application/json: "$context.error.messageString"}
          THROTTLED: {statusCode: 429}
          broken: 1
        """
    ).gateway_responses

    assert (first.type, first.status) == ("DEFAULT_4XX", None)
    assert [mapping.target for mapping in first.parameters] == ["gatewayresponse.header.A"]
    assert [template.body.literal for template in first.templates] == ["$context.error.messageString"]
    assert (second.type, second.status) == ("THROTTLED", Text(("429",)))
