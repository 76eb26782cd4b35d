"""Keys of section 7 of the import fact sheet that no rule can decide, with the reasons, for the coverage page."""

from __future__ import annotations

UNDECIDED: dict[str, str] = {
    "auth-jwt-issuer-discovery": "Whether the issuer answers when the API is imported is known only then.",
    "auth-lambda-permission": "The permission is not part of the document; the SAM template and the "
    "Terraform module grant it.",
    "auth-sigv4a": "How clients sign is not part of the document.",
    "auth-ttl-cache-wildcard": "Which methods the policy of the Lambda function names is not part of the document.",
    "bin-accept-first": "Which media type a client puts first in Accept is not part of the document.",
    "cors-http-backend-headers": "Which headers the backend of an HTTP API sends is not part of the document.",
    "dom-cert-kind": "specforge.yaml has one certificate; the targets write it as the kind that "
    "the endpoint type asks for.",
    "imp-default-edge": "The endpoint type is not part of the document; the SAM template and the "
    "Terraform module say regional where specforge.yaml says nothing.",
    "imp-fail-on-warnings-off": "The setting is not part of the document; the SAM template and the Terraform "
    "module set it.",
    "imp-integer-status-yaml": "Status codes without quotes are read by API Gateway and by specforge: there "
    "is nothing to mend.",
    "imp-merge-default": "How the document is imported is not part of it; the generated deployments "
    "replace what was there.",
    "imp-nonatomic": "True of every import, whatever the document says.",
    "imp-query-pipe-semicolon": "An example shows a value before a client encodes it; whether one does is not "
    "part of the document.",
    "imp-redeploy": "True of every import; the SAM template and the Terraform module make a "
    "deployment of every change.",
    "limit-api-key-value": "Neither the document nor specforge.yaml holds the value of an API key; AWS makes it up.",
    "model-additionalproperties-schema": "Only the SDK generator of AWS handles maps poorly; whether it is used is not "
    "part of the document.",
    "model-circular": "Recursive models import well, and every output of specforge takes them: "
    "there is nothing to mend.",
    "model-http-ignored": "Schemas of an HTTP API serve clients and documentation; whether somebody "
    "expects validation is not part of the document.",
    "struct-any-shadowed": "Methods beside x-amazon-apigateway-any-method win over it, as their authors "
    "mean them to: there is nothing to mend.",
    "struct-basepath-mode-unset": "The base path mode is a parameter of the import, which neither the document "
    "nor specforge.yaml holds.",
}
