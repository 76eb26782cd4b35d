from __future__ import annotations

from specforge.ir import Named, Object, Scalar
from tests.lower.documents import operation_of

SWAGGER = "swagger: '2.0'"


def test_a_request_body_of_3() -> None:
    body = operation_of(
        """
        requestBody:
          required: true
          description: d
          content: {application/json: {schema: {type: object}}, text/plain: {}}
        """
    ).body

    assert body is not None
    assert (body.required, body.description) == (True, "d")
    assert [(c.media_type, type(c.schema)) for c in body.content] == [
        ("application/json", Object),
        ("text/plain", type(None)),
    ]


def test_a_body_that_is_no_mapping_is_none() -> None:
    assert operation_of("requestBody: [1]").body is None
    assert operation_of("requestBody: {$ref: '#/nowhere'}").body is not None
    assert operation_of("responses: {}").body is None


def test_a_body_parameter_of_2_is_the_body() -> None:
    operation = operation_of(
        """
        consumes: [application/json, application/xml]
        parameters:
          - {name: b, in: body, required: true, schema: {$ref: "#/definitions/Pet"}}
          - {name: q, in: query, type: string}
        """,
        version="definitions: {Pet: {type: string}}\n" + SWAGGER,
    )
    body = operation.body

    assert body is not None
    assert [content.media_type for content in body.content] == ["application/json", "application/xml"]
    assert isinstance(body.content[0].schema, Named)
    assert [parameter.name for parameter in operation.parameters] == ["q"]


def test_form_fields_of_2_are_the_properties_of_the_body() -> None:
    body = operation_of(
        """
        parameters:
          - {name: a, in: formData, required: true, type: string}
          - {name: f, in: formData, type: file}
        """,
        version=SWAGGER,
    ).body

    assert body is not None
    assert body.required
    (content,) = body.content
    assert content.media_type == "multipart/form-data"
    schema = content.schema
    assert isinstance(schema, Object)
    assert [(p.name, p.required) for p in schema.properties] == [("a", True), ("f", False)]
    file = schema.properties[1].schema
    assert isinstance(file, Scalar)
    assert (file.type, file.format) == ("string", "binary")


def test_a_form_without_files_is_url_encoded_unless_the_document_says_otherwise() -> None:
    form = "parameters: [{name: a, in: formData, type: string}]"
    plain, stated = (
        operation_of(form, version=SWAGGER).body,
        operation_of(form + "\nconsumes: [text/plain, multipart/form-data]", version=SWAGGER).body,
    )

    assert plain is not None
    assert [content.media_type for content in plain.content] == ["application/x-www-form-urlencoded"]
    assert stated is not None
    assert [content.media_type for content in stated.content] == ["multipart/form-data"]
