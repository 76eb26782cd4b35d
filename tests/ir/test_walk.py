from __future__ import annotations

from pathlib import Path

from specforge.ir import Named, Object, Scalar
from specforge.ir.walk import Node, nodes, resolve, schema_children, walk_schema
from tests.lower.documents import api_of, configured, lowered, schema_of


def kinds(found: list[Node]) -> list[str]:
    return [type(node).__name__ for node in found]


def test_nodes_come_before_their_parts_in_document_order() -> None:
    api = api_of(
        """
        servers: [{url: /}]
        tags: [{name: t}]
        paths:
          /a:
            get:
              parameters: [{name: p, in: query, schema: {type: string}}]
              requestBody: {content: {application/json: {schema: {type: object}}}}
              responses: {200: {headers: {H: {}}, content: {application/json: {}}}}
              security: [{s: []}]
              x-amazon-apigateway-auth: {type: AWS_IAM}
              x-amazon-apigateway-integration:
                type: http
                tlsConfig: {}
                requestParameters: {a: b}
                requestTemplates: {application/json: x}
                responses: {default: {responseParameters: {a: b}, responseTemplates: {application/json: x}}}
                responseParameters: {"200": {a: b}}
          /b: {get: {x-amazon-apigateway-integration: {type: wrong}}}
        components:
          securitySchemes: {s: {type: apiKey, x-amazon-apigateway-authorizer: {type: token}}}
        x-amazon-apigateway-request-validators: {v: {}}
        x-amazon-apigateway-gateway-responses: {DEFAULT_4XX: {responseParameters: {a: b}}}
        x-amazon-apigateway-policy: {Statement: [{}]}
        x-amazon-apigateway-cors: {}
        x-amazon-apigateway-documentation: {documentationParts: [{}]}
        """
    )

    assert kinds(list(nodes(api, schemas=False))) == [
        "Api", "Server", "Tag",
        "Operation", "Parameter", "Body", "Content", "Response", "Header", "Content", "SecurityUse", "Iam",
        "Http", "ParameterMapping", "Template", "IntegrationResponse", "ParameterMapping", "Template",
        "ParameterMapping", "Tls",
        "Operation",
        "SecurityScheme", "LambdaToken", "RequestValidator", "GatewayResponse", "ParameterMapping",
        "Policy", "Statement", "HttpCors", "Documentation", "DocumentationPart",
    ]  # fmt: skip


def test_the_deployment_is_walked_with_all_its_parts(tmp_path: Path) -> None:
    config = configured(
        """
        deploy:
          endpoint: {type: regional}
          stages:
            prod:
              cache: {methods: {"GET /": {}}}
              throttle: {methods: {"GET /": {}}}
              logs: {access: {}}
              canary: {percent: 1}
          domain: {name: e.com}
          policy: {Statement: [{}]}
          usage-plans: {gold: {throttle: {}, quota: {limit: 1, per: day}}}
          functions: {f: {}}
        cors: {}
        """,
        tmp_path,
    )

    assert kinds(list(nodes(lowered("openapi: 3.0.1", config), schemas=False))) == [
        "Api", "Deployment", "Endpoint", "Stage", "Cache", "MethodCache", "Throttle", "Throttle", "AccessLog",
        "Canary", "Domain", "Policy", "Statement", "UsagePlan", "Throttle", "Quota", "Function", "CorsPolicy",
    ]  # fmt: skip


def test_inherited_requirements_are_met_once() -> None:
    api = api_of("security: [{s: []}]\npaths: {/a: {get: {}}, /b: {get: {}}}")

    assert kinds(list(nodes(api, schemas=False))).count("SecurityUse") == 1


def test_shared_integrations_are_walked() -> None:
    api = api_of("components: {x-amazon-apigateway-integrations: {a: {type: http_proxy}}}")

    assert kinds(list(nodes(api, schemas=False))) == ["Api", "SharedIntegration", "HttpProxy"]


def test_schemas_come_only_when_asked_for() -> None:
    api = api_of(
        """
        paths: {/a: {get: {parameters: [{name: p, in: query, schema: {$ref: "#/x-more/Found"}}]}}}
        components:
          schemas:
            A:
              oneOf: [{type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}, {}]
              discriminator: {propertyName: a}
            B: {type: array, items: {not: {}}}
        x-more: {Found: {type: boolean}}
        """
    )

    assert kinds(list(nodes(api, schemas=False))) == ["Api", "Operation", "Parameter"]
    assert kinds(list(nodes(api, schemas=True))) == [
        "Api", "Operation", "Parameter", "Named",
        "OneOf", "Object", "Property", "Scalar", "Scalar", "Anything", "Discriminator",
        "Array", "Not", "Anything",
        "Scalar",
    ]  # fmt: skip


def test_children_of_a_schema() -> None:
    schema = schema_of(
        "{properties: {a: {type: string}}, patternProperties: {b: {}}, additionalProperties: {type: integer}}"
    )

    assert [type(child).__name__ for child in schema_children(schema)] == ["Scalar", "Anything", "Scalar"]
    assert schema_children(schema_of("type: string")) == ()


def test_a_schema_is_walked_to_its_ends() -> None:
    schema = schema_of("{allOf: [{items: {type: string}}, {$ref: '#/components/schemas/Pet'}]}")

    assert [type(part).__name__ for part in walk_schema(schema)] == ["AllOf", "Array", "Scalar", "Named"]


def test_names_are_resolved_through_other_names() -> None:
    api = api_of(
        """
        components:
          schemas:
            A: {$ref: "#/components/schemas/B"}
            B: {$ref: "#/components/schemas/C"}
            C: {type: object}
            X: {$ref: "#/components/schemas/Y"}
            Y: {$ref: "#/components/schemas/X"}
        """
    )

    assert isinstance(resolve(api, api.schemas["A"]), Object)
    assert isinstance(resolve(api, api.schemas["X"]), Named)
    scalar = schema_of("type: string")
    assert isinstance(scalar, Scalar)
    assert resolve(api, scalar) is scalar
