"""Forty documents of the corpus that are deployed on trial, of all sizes and sources."""

from __future__ import annotations

_PATTERNS = "aws-samples__serverless-patterns__"
_GUIDE = "awsdocs__amazon-api-gateway-developer-guide__doc_source__"
_SAM = "aws__serverless-application-model__tests__translator__input__"

REST = (
    "BIBSYSDEV__nva-publication-api__docs__internal-api.yaml",
    "BIBSYSDEV__nva-publication-api__docs__openapi.yaml",
    "NHSDigital__connecting-party-manager__infrastructure__swagger__05_paths.yaml",
    "NHSDigital__nhs-notify-web-template-management__infrastructure__terraform__modules__backend-api__spec.tmpl.json",
    "aws-samples__aws-serverless-ecommerce-platform__orders__resources__openapi.yaml",
    f"{_PATTERNS}apigw-cache-invalidation-eventbridge__api.yaml",
    f"{_PATTERNS}apigw-kinesis-lambda-ddb__api.yaml",
    f"{_PATTERNS}apigw-mappingtemplate-lambda__api.yaml",
    f"{_PATTERNS}apigw-rest-apigw-rest__api.yaml",
    f"{_PATTERNS}appsync-apigateway-dynamodb-sam__restapi__api.yaml",
    f"{_PATTERNS}step-function-sync-rest-api__api.yaml",
    f"{_GUIDE}api-as-kinesis-proxy-export-swagger-with-extensions.md__block0.json",
    f"{_GUIDE}api-as-s3-proxy-export-swagger-with-extensions.md__block0.json",
    f"{_GUIDE}api-gateway-content-encodings-examples-image-s3.md__block0.json",
    f"{_GUIDE}api-gateway-swagger-extensions-authtype.md__block1.json",
    f"{_GUIDE}setup-http-integrations.md__block0.json",
    "evilmint__aws-openapi-lint__test_files__ok_spec.yml",
    "getmoto__moto__tests__test_apigateway__resources__test_api_integration.yaml",
    "guycole__apigw_lambda_tf__terraform__swagger.yaml",
    "npm__aws-solutions-constructs__aws-openapigateway-lambda__test__openapi__apiDefinition-withCognitoAuth.yaml",
)
HTTP = (
    "NHSDigital__booking-and-referral-fhir-api__terraform__api.yaml",
    f"{_PATTERNS}api-sqs-lambda-python__api.yaml",
    f"{_PATTERNS}apigw-appsync-dynamodb-sam__httpapi-spec__api.yaml",
    f"{_PATTERNS}apigw-http-api-eventbridge-lambda-sls__api.json",
    f"{_PATTERNS}apigw-http-api-eventbridge__api.yaml",
    f"{_PATTERNS}apigw-http-api-sqs-lambda-sls__api.json",
    f"{_PATTERNS}apigw-sfn__api.yaml",
    f"{_GUIDE}api-gateway-extensions-integrations.md__block0.json",
    "balabalabear-vault__infra__definitions__api_definition.json",
    "balabalabear-vault__infra__definitions__api_definition.tpl",
)
IN_TEMPLATES = (
    f"{_PATTERNS}apigw-custom-domain-private-serverless-architecture__template.yaml",
    f"{_PATTERNS}apigw-lambda-json-xml-vtl-transformation__template.yaml",
    f"{_PATTERNS}apigw-rest-api-eventbridge-sqs-sam__template.yml",
    f"{_PATTERNS}apigw-sqs-lambda-ddb__template.yaml",
    f"{_PATTERNS}httpapi-sfn-httpapi-sfn__template.yaml",
    f"{_PATTERNS}multi-account-private-apigw__centralAccount__template.yaml",
    f"{_SAM}api_http_paths_with_if_condition_no_value_then_case.yaml",
    f"{_SAM}api_rest_paths_with_if_condition_openapi.yaml",
    f"{_SAM}api_with_swagger_authorizer_none.yaml",
    f"{_SAM}explicit_http_api.yaml",
)
