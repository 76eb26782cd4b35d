"""Templates, and the encoders: whatever a value holds, it stays a value in its position."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest
import tree_sitter_hcl
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser
from tree_sitter import Language, Node, Parser

from specforge import render as render_module
from specforge.errors import ConfigError
from specforge.render import ENCODERS, render, resource, resources, template_root

HCL = Parser(Language(tree_sitter_hcl.language()))
CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
DELIMITERS = (
    "'\"`$%{}<>/\\!-#*\n\r\t&;:?@|"
    + CONTROLS
    + "\u2028\u2029\u202e\u200b\u200c\u200d\u200f\u2066\ufeff\ufffe\uffff\U0001f600"
)
TEXTS = st.text(st.one_of(st.sampled_from(DELIMITERS), st.characters(exclude_categories=["Cs"])), max_size=40)
SCALARS = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-(2**53), 2**53))
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))
HOSTILE = (
    "${x}",
    "$${x}",
    "%{if}",
    "</script>",
    "<!--",
    "'''\"\"\"",
    "\\",
    "\\\\b\b\f",
    "a\r\nb",
    CONTROLS,
    "\x85\u2028",
)
PRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\ufeff]")


def hcl_string(literal: str) -> str:
    """Reads a Terraform string as Terraform does, one that holds no template."""
    root = HCL.parse(f"a = {literal}\n".encode()).root_node
    assert not root.has_error, literal
    kinds = _kinds(root)
    assert not kinds & {"template_interpolation", "template_directive"}, literal
    assert "\n" not in literal
    literal = literal.replace("$${", "\\u0024{").replace("%%{", "\\u0025{")
    return re.sub(r"\\u([0-9a-f]{4})|\\(.)", lambda m: chr(int(m[1], 16)) if m[1] else _ESCAPES[m[2]], literal[1:-1])


_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


def _kinds(node: Node) -> set[str]:
    return {node.type}.union(*map(_kinds, node.children))


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("encoder", ENCODERS)
def test_no_encoder_lets_an_unprintable_character_through(encoder: str, value: str) -> None:
    assert not PRINTABLE.search(ENCODERS[encoder](value))


@given(VALUES)
def test_json_reads_back_and_cannot_close_a_script(value: object) -> None:
    text = ENCODERS["json"](value)

    assert json.loads(text) == value
    assert "</" not in text
    assert "<!--" not in text
    assert "\n" not in text


@given(VALUES)
def test_python_reads_back(value: object) -> None:
    text = ENCODERS["py"](value)

    assert ast.literal_eval(text) == value
    assert "\n" not in text


@given(st.tuples(TEXTS, TEXTS) | st.tuples(TEXTS))
def test_python_tuples_read_back(value: tuple[str, ...]) -> None:
    assert ast.literal_eval(ENCODERS["py"](value)) == value


@given(TEXTS)
@example("${x}")
@example("$${x}")
@example("%{if}")
@example("\b\f\\b")
@example(CONTROLS)
def test_terraform_strings_read_back_and_start_no_template(value: str) -> None:
    assert hcl_string(ENCODERS["hcl"](value)) == value


@given(VALUES)
def test_terraform_values_are_well_formed(value: object) -> None:
    root = HCL.parse(f"a = {ENCODERS['hcl'](value)}\n".encode()).root_node

    assert not root.has_error


@given(VALUES)
def test_yaml_reads_back(value: object) -> None:
    assert yaml.load(f"key: {ENCODERS['yaml'](value)}\n", yaml.CSafeLoader) == {"key": value}


@given(TEXTS | st.lists(TEXTS, max_size=3))
def test_toml_reads_back(value: object) -> None:
    assert tomllib.loads(f"key = {ENCODERS['toml'](value)}\n") == {"key": value}


@given(TEXTS)
@example("<script>alert(1)</script>")
@example('" onload="x')
@example("&amp;&lt;")
def test_html_is_text_in_an_element_and_in_an_attribute(value: str) -> None:
    text = ENCODERS["html"](value)
    shown = PRINTABLE_HTML.sub("\ufffd", value)
    tree = LexborHTMLParser(f'<p title="{text}">{text}</p>')

    (node,) = tree.css("body *")
    assert node.text() == shown
    assert node.attributes == {"title": shown}


@pytest.mark.parametrize("encoder", ["html", "md"])
@pytest.mark.parametrize(
    "text", ["\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\U0001f468\u200d\U0001f469\u200d\U0001f467"]
)
def test_joiners_of_persian_and_emoji_stay_in_text(encoder: str, text: str) -> None:
    assert ENCODERS[encoder](text) == text


@pytest.mark.parametrize("encoder", ["html", "md"])
@pytest.mark.parametrize("unseen", "\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff")
def test_what_turns_the_direction_of_text_or_hides_in_it_is_shown(encoder: str, unseen: str) -> None:
    assert unseen not in ENCODERS[encoder](f"a{unseen}b")


PRINTABLE_HTML = render_module._UNSEEN


@given(TEXTS)
@example("# a")
@example("[a](javascript:x)")
@example("- a")
@example("1. a")
@example("a\n\nb")
@example("http://x.example")
def test_markdown_is_one_paragraph_of_plain_text(value: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(ENCODERS["md"](value))

    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert {child.type for token in tokens for child in token.children or ()} <= {"text", "text_special"}


@given(TEXTS)
@pytest.mark.parametrize("encoder", ["comment_py", "comment_hcl", "comment_yaml"])
def test_a_comment_stays_on_its_line(encoder: str, value: str) -> None:
    text = ENCODERS[encoder](value)

    assert len(f"# {text}".splitlines()) == 1


@given(TEXTS)
@example('"""')
@example('a"')
@example("\\")
def test_a_docstring_stays_one(value: str) -> None:
    module = ast.parse(f'"""{ENCODERS["docstring_py"](value)}\n"""\n')

    assert [type(node) for node in module.body] == [ast.Expr]
    assert "\n" not in (ast.get_docstring(module, clean=False) or "")[:-1]


@pytest.mark.parametrize("encoder", ["py", "hcl", "toml"])
def test_a_value_that_has_no_literal_is_refused(encoder: str) -> None:
    with pytest.raises(TypeError, match="literal for object"):
        ENCODERS[encoder](object())


@pytest.mark.parametrize(
    ("value", "literal"), [("it's", '"it\'s"'), ('say "a"', "'say \"a\"'"), ("a", '"a"'), ('\'""', "'\\'\"\"'")]
)
def test_python_strings_take_the_quotes_that_need_fewer_escapes(value: str, literal: str) -> None:
    assert ENCODERS["py"](value) == literal


def template(folder: Path, text: str) -> str:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs/page.html.j2").write_text(text)
    return str(folder)


def test_a_users_template_comes_before_the_builtin_one(tmp_path: Path) -> None:
    folder = template(tmp_path, "{{ view.title | html }}\n")

    assert render("docs", "page.html.j2", {"title": "<b>"}, overrides=folder) == "&lt;b&gt;\n"


def test_the_builtin_template_stays_reachable(tmp_path: Path) -> None:
    folder = template(tmp_path, "{% include 'builtin/terraform/README.md.j2' ignore missing %}mine")

    assert render("docs", "page.html.j2", {}, overrides=folder) == "mine"


def test_a_name_that_the_view_lacks_is_a_fault(tmp_path: Path) -> None:
    folder = template(tmp_path, "{{ view.titel }}")

    with pytest.raises(ConfigError, match="titel"):
        render("docs", "page.html.j2", {"title": "x"}, overrides=folder)


def test_templates_see_the_view_and_nothing_else(tmp_path: Path) -> None:
    folder = template(tmp_path, "{{ range(3) }}")

    with pytest.raises(ConfigError, match="range"):
        render("docs", "page.html.j2", {}, overrides=folder)


def test_resources_of_a_folder_are_sorted_sources() -> None:
    found = resources("python-client", "runtime")

    assert found
    assert list(found) == sorted(found)
    assert not [path for path in found if "__pycache__" in path]
    assert resource("python-client", found[0]) == (template_root() / "python_client" / found[0]).read_text()
