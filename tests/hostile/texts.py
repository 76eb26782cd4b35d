"""Texts that mean something in some output language, and documents that hold one in every place."""

from __future__ import annotations

from typing import Any

from tests.hostile.documents import MOCK

AUTHORIZER = (
    "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/"
    "arn:aws:lambda:eu-west-1:123456789012:function:auth/invocations"
)

TEXTS: dict[str, str] = {
    "double-quotes": 'a"); __import__("os").system("touch pwned") #"',
    "triple-quotes": '"""\n__import__("os").system("touch pwned")\n"""',
    "single-triple-quotes": "'''\n__import__('os').system('touch pwned')\n'''",
    "quote-at-end": 'ends with "',
    "backslash-at-end": "ends with \\",
    "backslashes": '\\\\" \\n \\u0041 \\x41 \\N{DIGIT ONE} \\',
    "braces": "{api.__class__} {0} {{x}} %s %(a)s $x",
    "jinja": "{{ 7 * 7 }}{% raw %}{# x #}{% include '/etc/passwd' %}",
    "terraform": '${jsonencode(file("/etc/passwd"))} %{ if true }x%{ endif } $${a} %%{b} $$$ %',
    "heredoc": "a\nEOT\nEOF\nlocals { x = 1 }\n",
    "sub": "${AWS::AccountId} ${!Literal} ${Thing.Arn}",
    "dynamic-reference": "{{resolve:secretsmanager:prod/db:SecretString:password}}",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>",
    "end-of-script": "</script><script>alert(1)</script><!--",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "link": "[a](javascript:alert(1)) <javascript:alert(1)> "
    '![a](http://e.example/x.png "t" onerror=alert(1)) [b]: javascript:alert(1)',
    "entity": "&lt;script&gt; &#x3c;img src=x onerror=alert(1)&#x3e; "
    "[a](&#106;avascript:alert(1)) [a](java\tscript:alert(1)) [a](data:text/html,x)",
    "code-fence": "```\n</code></pre><script>alert(1)</script>\n```\n`<b>`",
    "comment": "*/ --> ]]> ## #} {# /* <!-- x",
    "escape-codes": "\x1b]0;pwned\x07\x1b[31m\x1b[2J\x9b31m\x00\x08",
    "bidi": "\u202e}{\u2066 \u2069\u200f\ufeff",
    "workflow-commands": "a\n::error file=x::pwned\n##[error]pwned\n::set-output name=a::b\r\n::warning::x",
    "line-ends": "a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch",
    "yaml": "- a: b\n? c\n: d # x\n---\n...\n!tag &a *a |\n%YAML",
    "yaml-words": "yes",
    "yaml-number": "0o17",
    "velocity": "$input.path('$') #set($x = 1)#end ${x} $!x #[[ ]]# ## comment",
    "shell": "$(touch pwned) `touch pwned` ; touch pwned | tee x > y & -rf",
    "spaces": "  \t leads and trails \t ",
    "empty": "",
    "surrogate": "\ud800 x",
    "non-characters": "\ufffe\uffff\U0010ffff",
    "beyond": "\U0001f600 e\u0301 \u1e9e \u0130",
    "long": "x" * 10_000,
    "many-lines": "line\n" * 2_000,
}

NAMES: dict[str, str] = {
    "parent": "../../../pwned",
    "absolute": "/tmp/pwned",
    "backslash-path": "..\\..\\pwned",
    "dots": "..",
    "dot": ".",
    "git": ".git/hooks/post-checkout",
    "device": "con",
    "home": "~/.bashrc",
    "option": "--help",
    "null-byte": "a\x00b",
    "prototype": "__proto__",
    "constructor": "constructor",
    "class": "__class__",
    "init": "__init__",
    "dict": "__dict__",
    "mangled": "__x",
    "self": "self",
    "cls": "cls",
    "keyword": "class",
    "soft-keyword": "match",
    "builtin": "str",
    "list": "list",
    "none": "None",
    "import": "import os",
    "typing": "Any",
    "dataclass": "dataclass",
    "client": "Client",
    "base": "BaseModel",
    "runtime": "_runtime",
    "terraform-word": "count",
    "number": "1",
    "blank": " ",
    "nothing": "",
    "compatibility": "\uff53\uff45\uff4c\uff46",
    "ligature": "\ufb01le",
    "greek": "\u039f\u03bc\u03b5\u03b3\u03b1",
    "dotted-i": "\u0130d",
    "sharp-s": "STRA\u1e9eE",
    "combining": "e\u0301",
    "chinese": "\u6ce8\u6587",
    "emoji": "\U0001f4a9",
    "bidi": "a\u202eb",
    "quote": 'a"b',
    "triple": '"""',
    "apostrophe": "it's",
    "braces": "{a}",
    "dollar": "${a}",
    "dollar-call": '${file("/etc/passwd")}',
    "newline": "a\nb",
    "command": "\n::error::pwned",
    "escape": "a\x1b[31mb",
    "markup": "<img src=x onerror=alert(1)>",
    "markdown": "[a](javascript:alert(1))|`b`|**c**",
    "yaml-word": "on",
    "colon": "a: b",
    "hash": "a #b",
    "at": "@a",
    "star": "*a",
    "percent": "%2e%2e%2f%00",
    "slash": "a/b",
    "tilde": "a~1b~0c",
    "space": "a b",
    "dash": "-",
    "underscore": "_",
    "long": "x" * 300,
    "reference": "$ref",
    "merge": "<<",
    "fn": "Fn::Sub",
    "extension": "x-amazon-apigateway-integration",
}


def with_text(text: str) -> dict[str, Any]:
    """Returns a document that holds a text in every place for prose and values."""
    schema = {
        "type": "string",
        "title": text,
        "description": text,
        "default": text,
        "example": text,
        "enum": [text, "b"],
    }
    thing = {
        "type": "object",
        "title": text,
        "description": text,
        "required": ["kind"],
        "properties": {
            "kind": schema,
            "free": {"type": "string", "description": text, "pattern": text, "default": text},
        },
        "example": {"kind": text},
        "externalDocs": {"url": text, "description": text},
        "xml": {"name": text},
    }
    parameter = {"name": "q", "in": "query", "description": text, "schema": schema, "example": text}
    content = {
        "application/json": {
            "schema": {"$ref": "#/components/schemas/Thing"},
            "example": text,
            "examples": {"e": {"summary": text, "description": text, "value": text}},
        }
    }
    integration = {
        **MOCK,
        "requestTemplates": {"application/json": text},
        "requestParameters": {"integration.request.header.x": f"'{text}'"},
        "responses": {
            "default": {
                "statusCode": "200",
                "responseTemplates": {"application/json": text},
                "responseParameters": {"method.response.header.X-A": f"'{text}'"},
            }
        },
    }
    operation = {
        "operationId": "readThing",
        "summary": text,
        "description": text,
        "tags": ["things"],
        "externalDocs": {"url": text, "description": text},
        "parameters": [parameter],
        "security": [{"key": []}, {"custom": []}, {"oauth": [text]}],
        "requestBody": {"description": text, "content": content},
        "responses": {
            "200": {
                "description": text,
                "headers": {"X-A": {"description": text, "schema": schema}},
                "content": content,
            },
            "404": {"description": text, "content": content},
        },
        "x-amazon-apigateway-integration": integration,
    }
    http = {
        "type": "http_proxy",
        "httpMethod": "POST",
        "uri": f"https://e.example/{text}",
        "credentials": text,
        "connectionType": "VPC_LINK",
        "connectionId": text,
        "cacheNamespace": text,
        "passthroughBehavior": text,
    }
    aws = {
        "type": "aws",
        "httpMethod": "POST",
        "uri": f"arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{text}/invocations",
        "credentials": text,
        "responses": {text: {"statusCode": "200"}},
    }
    return {
        "openapi": "3.0.1",
        "info": {
            "title": text,
            "version": text,
            "description": text,
            "termsOfService": text,
            "contact": {"name": text, "url": text, "email": text},
            "license": {"name": text, "url": text},
        },
        "externalDocs": {"url": text, "description": text},
        "servers": [
            {"url": text, "description": text, "variables": {"basePath": {"default": text, "description": text}}},
            {"url": "https://e.example/{basePath}", "variables": {"basePath": {"default": text}}},
        ],
        "tags": [{"name": "things", "description": text, "externalDocs": {"url": text}}],
        "paths": {
            "/things/{id}": {
                "summary": text,
                "description": text,
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "description": text, "schema": {"type": "string"}}
                ],
                "post": operation,
                "put": {
                    "operationId": "http",
                    "responses": {"200": {"description": text}},
                    "x-amazon-apigateway-integration": http,
                },
                "get": {
                    "operationId": "aws",
                    "responses": {"200": {"description": text}},
                    "x-amazon-apigateway-integration": aws,
                    "x-amazon-apigateway-auth": {"type": text},
                    "deprecated": True,
                },
            }
        },
        "components": {
            "schemas": {"Thing": thing},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "x-api-key", "description": text},
                "custom": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "Authorization",
                    "x-amazon-apigateway-authtype": text,
                    "x-amazon-apigateway-authorizer": {
                        "type": "token",
                        "authorizerUri": text,
                        "identityValidationExpression": text,
                        "authorizerCredentials": text,
                    },
                },
                "oauth": {
                    "type": "oauth2",
                    "description": text,
                    "flows": {"clientCredentials": {"tokenUrl": text, "scopes": {text: text}}},
                },
            },
        },
        "x-amazon-apigateway-gateway-responses": {
            "DEFAULT_4XX": {
                "statusCode": "400",
                "responseTemplates": {"application/json": text},
                "responseParameters": {"gatewayresponse.header.X": f"'{text}'"},
            }
        },
        "x-amazon-apigateway-policy": {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": "*", "Action": text, "Resource": text, "Sid": text}],
        },
        "x-amazon-apigateway-documentation": {
            "version": text,
            "documentationParts": [{"location": {"type": "API"}, "properties": {"description": text}}],
        },
        "x-amazon-apigateway-binary-media-types": [text],
        "x-specforge-allow": {"operation-without-authorization": text},
    }


def with_name(name: str) -> dict[str, Any]:
    """Returns a document that uses a name wherever a name is chosen."""
    pointer = name.replace("~", "~0").replace("/", "~1")
    schema = {"$ref": f"#/components/schemas/{pointer}"}
    content = {"application/json": {"schema": schema}, name: {"schema": schema}}
    integration = {
        **MOCK,
        "requestParameters": {f"integration.request.header.{name}": f"method.request.query.{name}", name: name},
        "requestTemplates": {name: "{}", "application/json": "{}"},
        "cacheKeyParameters": [name, f"method.request.query.{name}"],
        "responses": {
            name: {
                "statusCode": name,
                "responseTemplates": {name: "{}"},
                "responseParameters": {f"method.response.header.{name}": "'a'"},
            }
        },
    }
    operation = {
        "operationId": name,
        "tags": [name, name],
        "security": [{name: [name]}],
        "parameters": [
            {"name": name, "in": place, "schema": {"type": "string", "enum": [name]}}
            for place in ("query", "header", "cookie")
        ],
        "requestBody": {"content": content},
        "responses": {
            "200": {"description": "", "headers": {name: {"schema": {"type": "string"}}}, "content": content},
            name: {"description": ""},
        },
        "x-amazon-apigateway-request-validator": name,
        "x-amazon-apigateway-integration": integration,
        "callbacks": {name: {name: {"post": {"responses": {"200": {"description": ""}}}}}},
    }
    variable = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    thing = {
        "type": "object",
        "required": [name],
        "properties": {
            name: {"type": "string"},
            f"{name} ": {"type": "object", "properties": {name: {"type": "integer"}}},
            f"{name}_": {"enum": [name, f"{name} ", f"{name}_", 1]},
        },
        "discriminator": {"propertyName": name, "mapping": {name: schema["$ref"]}},
    }
    union = {"oneOf": [schema, {"type": "object", "title": name, "properties": {"a": {"type": "string"}}}]}
    return {
        "openapi": "3.0.1",
        "info": {"title": name, "version": "1"},
        "tags": [{"name": name}],
        "servers": [{"url": "https://{" + name + "}.example", "variables": {name: {"default": name, "enum": [name]}}}],
        "paths": {
            f"/{name}": {"post": operation},
            "/v/{" + name + "}": {"parameters": [variable], "get": {**operation, "operationId": f"{name}2"}},
            f"/{name}/": {"delete": operation},
        },
        "components": {
            "schemas": {name: thing, f"{name}_": {"type": "string", "enum": [name]}, f"{name} Union": union},
            "securitySchemes": {
                name: {
                    "type": "apiKey",
                    "in": "header",
                    "name": name,
                    "x-amazon-apigateway-authtype": "custom",
                    "x-amazon-apigateway-authorizer": {
                        "type": "request",
                        "authorizerUri": AUTHORIZER,
                        "identitySource": f"method.request.header.{name}",
                    },
                }
            },
        },
        "x-amazon-apigateway-request-validators": {
            name: {"validateRequestBody": True, "validateRequestParameters": False}
        },
        "x-amazon-apigateway-request-validator": name,
        "x-amazon-apigateway-gateway-responses": {
            name: {"responseParameters": {f"gatewayresponse.header.{name}": "'a'"}, "responseTemplates": {name: "{}"}}
        },
        "x-specforge-allow": {name: name},
        name or "x-": {name: name},
    }
