from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest

from specforge.diagnostics import Report
from specforge.targets.docs.target import TARGET, Options, emit
from specforge.targets.target import EVERY_KIND
from tests.lower.documents import api_of
from tests.required import ROOT, corpus
from tests.targets.docs.pages import built, files_of, page_of, words_of

INFRASTRUCTURE = re.compile(
    r"arn:aws:(?!…)|x-amazon|stageVariables|integration\.|123456789012|#set\(|\$input|DynamoDB", re.IGNORECASE
)
LINK = re.compile(r"\]\((?!<)([^)\s]*)\)")
ARN = """
    paths:
      /a:
        get:
          summary: Reads arn:aws:dynamodb:eu-west-1:123456789012:table/secret
          x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: "arn:aws:lambda:x:1:function:f"}
"""


def test_the_tree_is_that_of_the_contract() -> None:
    files = built("orders.yaml")

    assert sorted(files) == [
        "index.html",
        "index.md",
        "llms.txt",
        "operations.md",
        "orders.md",
        "partners.md",
        "schemas.md",
        "shipping.md",
    ]
    assert TARGET.kinds == EVERY_KIND


def test_title_and_edition_come_from_the_configuration() -> None:
    files = built("orders.yaml")

    assert "<title>Orders API</title>" in files["index.html"]
    assert files["llms.txt"].startswith("# Orders API\n")


@pytest.mark.parametrize("name", ["orders.yaml", "catalog.yaml"])
def test_the_public_edition_says_nothing_of_the_infrastructure(name: str) -> None:
    for path, text in built(name).items():
        assert [path, *INFRASTRUCTURE.findall(text)] == [path]


def test_the_internal_edition_names_the_function_behind_an_operation() -> None:
    page = built("orders.yaml", "build.docs.edition=internal")["index.html"]

    assert "function:orders-list" in page
    assert "TableName" in page


def test_an_arn_in_a_text_is_hidden_and_reported() -> None:
    report = Report()

    files = files_of(api_of(ARN), report=report)

    assert "123456789012" not in "".join(files.values())
    assert [finding.rule for finding in report.findings] == ["arn-in-public-text"]


def test_the_internal_edition_hides_nothing() -> None:
    assert "123456789012:table/secret" in files_of(api_of(ARN), edition="internal")["index.html"]


def test_webhooks_are_not_shown_and_reported() -> None:
    report = Report()
    webhooks = api_of("webhooks: {x: {post: {responses: {}}}}", version="openapi: 3.1.0")

    list(emit(webhooks, Options(), report))

    assert [finding.rule for finding in report.findings] == ["webhook-not-in-docs"]


@pytest.mark.parametrize("name", ["orders.yaml", "catalog.yaml"])
def test_every_link_inside_the_documentation_leads_somewhere(name: str) -> None:
    files = built(name)
    page = page_links(files["index.html"])
    anchors = {f"{path}#{anchor}" for path, text in files.items() for anchor in re.findall(r'<a id="([^"]+)"', text)}
    links = {target for text in files.values() for target in LINK.findall(text) if not target.startswith("http")}

    assert page["missing"] == set()
    assert links - anchors - set(files) == set()


def page_links(html: str) -> dict[str, set[str]]:
    ids = set(re.findall(r' id="([^"]+)"', html))
    return {"missing": set(re.findall(r'href="#([^"]*)"', html)) - ids}


def test_headings_leave_no_level_out() -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", built("orders.yaml")["index.html"])]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_an_operation_tells_what_a_caller_must_know() -> None:
    page = page_of(
        api_of("""
            servers: [{url: "https://a.example"}]
            paths:
              /pets:
                get:
                  operationId: listPets
                  summary: List pets
                  description: All *of* them.
                  parameters: [{name: limit, in: query, description: How many., schema: {type: integer, maximum: 9}}]
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
            components: {schemas: {Pet: {type: object, required: [name], properties: {name: {type: string}}}}}
        """)
    )
    article = page.css_first("#op-listPets")

    assert words_of(article).startswith("List pets GET /pets All of them. Authentication Not needed Query parameters")
    assert "limit integer How many. At most 9" in words_of(article)
    assert "curl https://a.example/pets" in words_of(article)
    assert article is not None
    assert [link.attributes["href"] for link in article.css("a")] == ["#op-listPets", "#schema-Pet"]


def test_the_same_api_gives_the_same_bytes_under_another_hash_seed() -> None:
    code = (
        "import hashlib; from specforge import compile; "
        "files = compile('specs/orders.yaml', targets=('docs',)).files; "
        "print(hashlib.sha256(b''.join(file.data for file in files)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


def test_a_small_api_has_a_small_page() -> None:
    assert len(files_of(api_of("paths: {/a: {get: {responses: {}}}}"))["index.html"]) < 20_000


def test_a_large_document_of_the_corpus_makes_a_page() -> None:
    path = corpus("general") / "npm__readme__oas-examples__3.1__json__readme.json"
    if not path.exists():
        pytest.skip(f"{path.name} is not in the corpus")

    files = built(str(path))

    assert 50_000 < len(files["index.html"]) < 2_000_000
