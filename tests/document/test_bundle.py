"""One text out of many: comments, spellings, and prance's hand in dereferencing."""

from __future__ import annotations

import builtins
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from specforge.compiler import open_all, read
from specforge.diagnostics import Report
from specforge.document import Document, open_
from specforge.document.bundle import bundle, dereferenced
from specforge.errors import ConfigError, SourceError
from specforge.source import Files, read_text
from tests.required import corpus

HEAD = "openapi: 3.0.1\ninfo: {title: t, version: '1'}\n"
API = """\
    # The API.
    openapi: 3.0.1  # for AWS
    info: {title: t, version: 1.10}
    paths:
      /a:
        # reads
        get:
          responses:
            200:
              description: >-
                folded
                text
              content:
                application/json:
                  schema: {$ref: 'b.yaml#/Order'}  # an order
            404: {$ref: '#/components/responses/Missing'}
    components:
      responses:
        Missing: {description: "not there"}
    """
PART = """\
    Order:
      # how many
      type: object
      properties:
        count: {type: integer, minimum: 0o10, maximum: 1e3, example: 2020-01-01}
        on: {$ref: c.json}
    """
JSON = '{"enum": ["on", "012", "x", null, true, 1.5]}'


def opened(folder: Path, api: str, **files: str) -> Any:
    (folder / "api.yaml").write_text(dedent(api))
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(dedent(text))
    (document,) = open_all(str(folder / "api.yaml"), Report())
    return document


def test_comments_and_spellings_of_every_file_stay(tmp_path: Path) -> None:
    text = bundle(opened(tmp_path, API, b__yaml=PART, c__json=JSON), "yaml").text

    assert (
        dedent("""\
        # The API.
        openapi: 3.0.1  # for AWS
        info: {title: t, version: 1.10}
        paths:
          /a:
            # reads
            get:
              responses:
                200:
                  description: >-
                    folded
                    text
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Order'} # an order
                404: {$ref: '#/components/responses/Missing'}
        components:
          responses:
            Missing: {description: "not there"}
          schemas:
            Order:
          # how many
              type: object
              properties:
                count: {type: integer, minimum: 0o10, maximum: 1e3, example: 2020-01-01}
                on: {$ref: '#/components/schemas/c'}
            c:
              enum:
                - "on"
                - "012"
                - x
                - null
                - true
                - 1.5
        """)
        == text
    )


def test_yaml_and_json_say_the_same_and_our_reader_takes_both(tmp_path: Path) -> None:
    document = opened(tmp_path, API, b__yaml=PART, c__json=JSON)
    as_yaml, as_json = bundle(document, "yaml").text, bundle(document, "json").text

    problems = {problem.rule for problem in read_text(as_yaml, "a.yaml").problems}

    assert problems == {"ambiguous-yaml-scalar"}  # 0o10 and 1e3 of the part
    assert read_text(as_yaml, "a.yaml").data == json.loads(as_json)


def test_tags_anchors_and_merge_keys_stay(tmp_path: Path) -> None:
    api = HEAD + "x-a: &a {b: !Sub 'x-${B}'}\nx-b: {<<: *a, c: !If [C, 1, {$ref: 'b.yaml#/p'}]}\npaths: {}\n"
    text = bundle(opened(tmp_path, api, b__yaml="p: &a {q: 2}\nr: *a\n"), "yaml").text

    assert "x-a: &a {b: !Sub 'x-${B}'}\nx-b: {<<: *a, c: !If [C, 1, q: 2]}" in text


def test_an_api_of_a_template_is_bundled_alone(tmp_path: Path) -> None:
    template = """\
        Resources:
          A:
            Type: AWS::Serverless::Api
            Properties:
              DefinitionBody:
                openapi: 3.0.1
                info: {title: !Ref T, version: '1'}
                paths: {/a: {$ref: 'b.yaml#/p'}, /b: {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}}
                components: {responses: {R: {description: d}}}
        """
    text = bundle(opened(tmp_path, template, b__yaml="p: {get: {responses: {}}}\n"), "yaml").text

    assert text.startswith(
        "openapi: 3.0.1\ninfo: {title: !Ref T, version: '1'}\npaths: {/a: {get: {responses: {}}}, /b"
    )


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Records every attempt to open a file or a socket."""
    import prance.util.resolver  # noqa: F401  (its import opens files)

    asked: list[object] = []
    monkeypatch.setattr(builtins, "open", lambda *arguments, **options: asked.append(arguments))
    monkeypatch.setattr(socket, "socket", lambda *arguments, **options: asked.append(arguments))
    return (one for one in [asked])


def test_dereferencing_opens_nothing_and_leaves_references_inside_of_their_targets(
    sealed: Iterator[list[object]],
) -> None:
    (asked,) = sealed
    data = read_text(
        HEAD
        + dedent("""\
        paths:
          /a/{b}:
            get:
              responses:
                '200': {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/Tree'}}}}
                '400': {$ref: 'http://127.0.0.1:1/x.yaml'}
                '404': {$ref: '/etc/passwd'}
          /b: {get: {responses: {'200': {$ref: '#/paths/~1a~1%7Bb%7D/get/responses/200'}}}}
        components:
          schemas:
            Tree:
              properties: {left: {$ref: '#/components/schemas/Tree'}, leaf: {$ref: '#/components/schemas/Leaf'}}
            Leaf: {type: string, example: {$ref: '#/nowhere'}}
        """),
        "a.yaml",
    ).data
    result = dereferenced(data)

    assert asked == []
    assert {
        "#/components/schemas/Tree": 3,
        "http://127.0.0.1:1/x.yaml": 1,
        "/etc/passwd": 1,
        "#/nowhere": 5,
    } == _references(result)


def test_what_stands_beside_a_reference_in_a_newer_schema_is_not_lost() -> None:
    data = read_text(
        HEAD.replace("3.0.1", "3.1.0")
        + "components: {schemas: {A: {$ref: '#/components/schemas/B', description: mine}, B: {type: string}}}\n",
        "a.yaml",
    ).data
    result: Any = dereferenced(data)

    assert result["components"]["schemas"]["A"] == {"description": "mine", "allOf": [{"type": "string"}]}


def test_a_document_that_would_explode_is_refused() -> None:
    names = [f"{{$ref: '#/components/schemas/S{n + 1}'}}" for n in range(40)]
    schemas = "".join(f"    S{n}: {{properties: {{a: {name}, b: {name}}}}}\n" for n, name in enumerate(names))
    data = read_text(f"{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{schemas}    S40: {{}}\n", "a.yaml").data

    with pytest.raises(ConfigError, match="more than"):
        dereferenced(data)


@pytest.mark.slow
def test_documents_of_many_files_become_one_that_resolves_to_the_same_data() -> None:
    found = 0
    for spec in sorted(corpus("multifile").rglob("*.y*ml")):
        for document in _opened(spec):
            expected = _expanded(document.root.at("paths"), ())
            if len(document.references.sources) == 1:
                continue
            for form in ("yaml", "json"):
                text = bundle(document, form).text
                (again,) = open_(read_text(text, f"bundle.{form}"), Files("/nowhere"), Report())

                assert expected == _expanded(again.root.at("paths"), ()), spec
            found += 1

    assert found > 5


def _opened(spec: Path) -> tuple[Document, ...]:
    try:
        files = Files(str(corpus()))
        return open_(read(str(spec), files), files, Report())
    except SourceError:
        return ()


def _expanded(node: Any, way: tuple[object, ...]) -> object:
    """Returns the data of a node with every reference followed; what holds itself is cut off."""
    target = node.step()
    if target is not None and target.value is not None:  # Markdown is no YAML
        own = {key: _expanded(child, way) for key, child in node.items() if key != "$ref"}
        found = "again" if id(target.value) in way else _expanded(target, (*way, id(target.value)))
        return {**found, **own} if isinstance(found, dict) else found
    if isinstance(node.value, dict):
        return {key: "nowhere" if key == "$ref" else _expanded(child, way) for key, child in node.items()}
    if isinstance(node.value, list):
        return [_expanded(child, way) for child in node.elements()]
    return node.value


def _references(node: Any) -> dict[str, int]:
    counts: dict[str, int] = {}
    pending = [node]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            if isinstance(one.get("$ref"), str):
                counts[one["$ref"]] = counts.get(one["$ref"], 0) + 1
            pending.extend(one.values())
        elif isinstance(one, list):
            pending.extend(one)
    return counts
