"""`specforge bundle`."""

from __future__ import annotations

import json

from tests.cli.conftest import BAD, GOOD, TEMPLATE, Specforge

MANY = GOOD + "  /toys: {$ref: toys.yaml}  # more\n"
TOYS = "get: {responses: {'200': {$ref: '#/ok'}}}\nok: {description: toys}\n"


def test_many_files_become_one(specforge: Specforge) -> None:
    specforge.put("many.yaml", MANY)
    specforge.put("toys.yaml", TOYS)

    done = specforge("bundle", "many.yaml")

    assert (done.code, done.err) == (0, "")
    assert "/toys:" in done.out
    assert "toys.yaml" not in done.out


def test_the_ending_of_the_output_decides_and_format_decides_more(specforge: Specforge) -> None:
    specforge.put("many.yaml", MANY)
    specforge.put("toys.yaml", TOYS)

    assert specforge("bundle", "many.yaml", "-o", "one.json") == (0, "", "")
    assert specforge("bundle", "many.yaml", "-o", "two.json", "--format", "yaml").code == 0
    assert json.loads((specforge.folder / "one.json").read_text())["paths"]["/toys"]["get"]["responses"] == {
        "200": {"$ref": "#/components/responses/ok"}
    }
    assert (specforge.folder / "two.json").read_text().startswith("openapi: 3.0.1\n")


def test_a_bundle_bundled_again_is_the_same(specforge: Specforge) -> None:
    specforge.put("many.yaml", MANY)
    specforge.put("toys.yaml", TOYS)
    specforge("bundle", "many.yaml", "-o", "one.yaml")

    assert specforge("bundle", "one.yaml").out == (specforge.folder / "one.yaml").read_text()


def test_without_references(specforge: Specforge) -> None:
    specforge.put("many.yaml", MANY)
    specforge.put("toys.yaml", TOYS)

    assert "$ref" not in specforge("bundle", "--dereference", "many.yaml").out


def test_a_reference_that_leads_nowhere_is_told_and_stays(specforge: Specforge) -> None:
    done = specforge("bundle", "-", stdin=MANY)

    assert done.code == 1
    assert "$ref: toys.yaml" in done.out
    assert done.err.splitlines() == [
        "specforge: 'toys.yaml' cannot be read: no such file or directory",
        "specforge: toys.yaml leads nowhere and stays",
    ]


def test_a_broken_document_is_a_finding(specforge: Specforge) -> None:
    specforge.put("a.yaml", "openapi: 3.0.1\n a: b\n")
    done = specforge("bundle", "a.yaml")

    assert (done.code, done.out) == (1, "")
    assert "yaml-syntax-error" in done.err


def test_one_api_of_a_template_is_named(specforge: Specforge) -> None:
    specforge.put("template.yaml", TEMPLATE)

    assert "name one of" in specforge("bundle", "template.yaml").err
    assert "title: toys" in specforge("bundle", "template.yaml#/Resources/Toys").out


def test_what_only_the_gateway_minds_is_none_of_its_business(specforge: Specforge) -> None:
    specforge.put("bad.yaml", BAD)

    assert specforge("bundle", "bad.yaml") == (0, BAD, "")
