"""Whatever the texts of a document are, nothing in the documentation comes alive."""

from __future__ import annotations

import json

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from specforge.targets.docs.prose import is_safe_link
from tests.lower.documents import lowered
from tests.targets.docs.pages import files_of

TEXTS = (
    "<script>document.title='pwned'</script>",
    "\"'><img src=x onerror=document.title='pwned'>",
    "</script></style></title></code></pre><svg onload=alert(1)>",
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![y](https://evil.example/x.png) <https://a.example> <javascript:x>",
    "`</code><b>`\n\n```\n</code></pre><script>alert(1)</script>\n```",
    "# h\n\n---\n\n| a |\n|---|\n| <b> |\n\n- [ ] x\n\n[r]: javascript:alert(1)\n\n[r]",
    "{{ view }} {% raw %} ${x} #{y} <!-- --> ]]>",
    "\u202eevil\u2066 \u0000 \u0007 \u2028 \ufeff \x7f \x85",
    "שלום <b>עולם</b> &lt;script&gt; &#x6a;avascript:",
    "",
    "`" * 50 + "*" * 50 + "[" * 50 + ">" * 50,
)
ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "link",
        "title",
        "style",
        "script",
        "body",
        "a",
        "header",
        "p",
        "span",
        "nav",
        "form",
        "label",
        "input",
        "ul",
        "li",
        "details",
        "summary",
        "main",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "article",
        "dl",
        "dt",
        "dd",
        "div",
        "code",
        "pre",
        "em",
        "strong",
        "ol",
        "hr",
        "br",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "blockquote",
        "s",
    ]
)


def document(text: str) -> str:
    """Returns a document with a text in every place that a person can write one."""
    schema = {
        "type": "object",
        "title": text,
        "description": text,
        "properties": {text: {"type": "string", "description": text, "pattern": text, "default": text, "enum": [text]}},
        "example": {text: text},
    }
    body = {"content": {text: {"schema": schema, "examples": {text: {"summary": text, "value": {text: text}}}}}}
    operation = {
        "operationId": text,
        "summary": text,
        "description": text,
        "tags": [text],
        "externalDocs": {"url": text, "description": text},
        "parameters": [{"name": text, "in": "header", "required": True, "description": text, "example": text}],
        "requestBody": {"description": text, **body},
        "responses": {
            "200": {"description": text, "headers": {text: {"description": text}}, **body},
            text: {"description": text},
        },
        "security": [{text: [text]}],
        "x-amazon-apigateway-integration": {"type": "aws", "uri": text, "requestTemplates": {text: text}},
    }
    flow = {"authorizationUrl": text, "tokenUrl": text, "scopes": {text: text}}
    scheme = {"type": "oauth2", "description": text, "flows": {"implicit": flow}}
    answer = {"statusCode": text, "responseTemplates": {text: text}, "responseParameters": {text: text}}
    return json.dumps(
        {
            "openapi": "3.0.1",
            "info": {
                "title": text,
                "version": text,
                "description": text,
                "termsOfService": text,
                "contact": {"name": text, "url": text, "email": text},
                "license": {"name": text, "url": text},
            },
            "servers": [{"url": text, "description": text, "variables": {text: {"default": text}}}],
            "tags": [{"name": text, "description": text}],
            "externalDocs": {"url": text, "description": text},
            "paths": {f"/{text}": {"post": operation}},
            "components": {"schemas": {text: schema}, "securitySchemes": {text: scheme}},
            "x-amazon-apigateway-gateway-responses": {"THROTTLED": answer},
        }
    )


@pytest.fixture(scope="module", params=TEXTS, ids=range(len(TEXTS)))
def files(request: pytest.FixtureRequest) -> dict[str, str]:
    return files_of(lowered(document(request.param)), edition="internal")


def test_no_element_of_the_document_is_in_the_page(files: dict[str, str]) -> None:
    page = LexborHTMLParser(files["index.html"])

    assert {node.tag for node in page.css("*")} - ELEMENTS == set()
    assert len(page.css("script")) == len(page.css("style")) == len(page.css("title")) == 1
    assert [
        name for node in page.css("*") for name in node.attributes if name.startswith("on") or name == "style"
    ] == []


def test_every_link_of_the_page_is_inside_it_or_safe(files: dict[str, str]) -> None:
    links = [link.attributes["href"] or "" for link in LexborHTMLParser(files["index.html"]).css("a")]

    assert [link for link in links if not link.startswith("#") and not is_safe_link(link)] == []


def test_no_control_or_direction_character_is_in_any_file(files: dict[str, str]) -> None:
    unseen = set("\u202e\u2066\u2028\ufeff\x00\x07\x7f\x85")

    assert {path: unseen & set(text) for path, text in files.items() if unseen & set(text)} == {}


def test_the_markdown_stays_harmless_where_html_is_allowed(files: dict[str, str]) -> None:
    permissive = MarkdownIt("commonmark", {"html": True}).enable("table")
    permissive.validateLink = lambda url: True  # type: ignore[method-assign]
    for path, text in files.items():
        if path.endswith((".md", ".txt")):
            page = LexborHTMLParser(permissive.render(text))
            links = [link.attributes["href"] or "" for link in page.css("a[href]")]

            assert page.css("script, img, svg, b, style, [onload], [onerror]") == []
            assert [link for link in links if ":" in link and not is_safe_link(link)] == []
