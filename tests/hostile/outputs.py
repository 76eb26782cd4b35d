"""What must hold of an emitted tree whatever the document said: it compiles, and nothing in it came alive."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser

ACTIVE = ("script", "iframe", "object", "embed", "base", "meta[http-equiv=refresh]")
SCHEMES = re.compile(r"\s*(https?:|mailto:|tel:|#|[^:]*$)", re.IGNORECASE)
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def judge(files: Mapping[str, bytes], benign: Mapping[str, bytes]) -> None:
    """Asserts it of every file; `benign` is what becomes of a document without a hostile word."""
    for name, content in files.items():
        path = PurePosixPath(name)
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert re.fullmatch(r"[A-Za-z0-9._/-]{1,400}", name), name
        assert max(map(len, path.parts)) <= 200, name
        text = content.decode("utf-8")
        if path.suffix != ".vtl":
            assert not CONTROLS.findall(text), (name, CONTROLS.findall(text))
        if path.suffix == ".py":
            _judge_python(name, text)
        elif path.suffix == ".html":
            _judge_page(text, benign[name].decode() if name in benign else None)
        elif path.suffix in {".yaml", ".yml"}:
            yaml.load(text, Loader=_Cloudformation)


def _judge_python(name: str, text: str) -> None:
    compile(text, name, "exec")
    assert not BIDI.findall(text), name


def _judge_page(text: str, benign: str | None) -> None:
    page, other = LexborHTMLParser(text), LexborHTMLParser(benign or "")
    if benign is not None:
        for selector in ACTIVE:
            assert [node.html for node in page.css(selector) if node.attributes.get("type") != "application/json"] == [
                node.html for node in other.css(selector) if node.attributes.get("type") != "application/json"
            ], selector
    for node in page.css("*"):
        attributes = node.attributes
        assert not [key for key in attributes if key.startswith("on")], node.html
        for key in ("href", "src", "action", "formaction", "xlink:href"):
            assert SCHEMES.match(attributes.get(key) or "") or attributes[key] == "data:,", node.html
    assert not [node.html for node in page.css("img[src^=http], link[href^=http], script[src]")]


class _Cloudformation(yaml.SafeLoader):
    """Reads CloudFormation's short tags as lists of a name and a value."""


def _tagged(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    match node:
        case yaml.ScalarNode():
            return [suffix, loader.construct_scalar(node)]
        case yaml.SequenceNode():
            return [suffix, loader.construct_sequence(node, deep=True)]
        case yaml.MappingNode():
            return [suffix, loader.construct_mapping(node, deep=True)]
    raise AssertionError(node)


_Cloudformation.add_multi_constructor("!", _tagged)


def load_template(content: bytes) -> Any:
    """Returns a CloudFormation template as plain data."""
    return yaml.load(content, Loader=_Cloudformation)


def strings_in_terraform(text: str) -> list[str]:
    r"""Returns every quoted literal of HCL that has no interpolation, decoded.

    >>> strings_in_terraform('a = "x\\n$${y}"')
    ['x\n${y}']
    """
    import tree_sitter_hcl as grammar
    from tree_sitter import Language, Parser, Query, QueryCursor

    language = Language(grammar.language())
    tree = Parser(language).parse(text.encode())
    query = Query(language, "(string_lit (template_literal) @text)")
    found = QueryCursor(query).captures(tree.root_node).get("text", [])
    return [_decoded((node.text or b"").decode()) for node in found]


_ESCAPE = re.compile(r'\\(n|r|t|"|\\|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|\$\$\{|%%\{')


def _decoded(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        escape = match[1]
        if escape is None:
            return match[0][1:]
        return chr(int(escape[1:], 16)) if escape[0] in "uU" else {"n": "\n", "r": "\r", "t": "\t"}.get(escape, escape)

    return _ESCAPE.sub(one, text)
