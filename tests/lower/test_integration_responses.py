from __future__ import annotations

from specforge.ir import Mock, Text
from tests.lower.documents import integration_of


def test_keys_are_expressions_in_the_order_of_the_document() -> None:
    mock = integration_of(
        r"""
        type: mock
        responses:
          '4\d{2}': {statusCode: "400", responseTemplates: {application/json: "{}"}}
          default:
            statusCode: 200
            responseParameters: {method.response.header.A: "'*'"}
            contentHandling: CONVERT_TO_BINARY
          broken: [1]
        """
    )
    assert isinstance(mock, Mock)
    first, second = mock.responses

    assert (first.key, first.status) == (r"4\d{2}", Text(("400",)))
    assert [template.media_type for template in first.templates] == ["application/json"]
    assert (second.key, second.status) == ("default", Text(("200",)))
    assert [mapping.target for mapping in second.parameters] == ["method.response.header.A"]
    assert second.content_handling == Text(("CONVERT_TO_BINARY",))
