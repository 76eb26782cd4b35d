"""The Jinja environment of every target, and the encoders by which values enter a text.

A template sees one object, `view`, and the encoder filters; a value reaches the output only through the
filter of its position. This is the only module that imports jinja2.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from specforge.errors import ConfigError

if TYPE_CHECKING:
    from jinja2 import Environment

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)

_UNSEEN = re.compile(_UNPRINTABLE.pattern.replace("\u200b-\u200f", "\u200b\u200e\u200f"))
"""The same but for the joiners U+200C and U+200D: Persian and emoji are misspelt without them."""

_MARKDOWN = re.compile(r"[\\`*\[\]<>|~&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|^[#+=-]")
_LIST_ITEM = re.compile(r"^(\d{1,9})([.)])(?= |$)")
"""What Markdown reads as markup: an underscore inside a word, a dot or a brace is none."""


_HTML = re.compile(f"[&<>\"']|{_UNSEEN.pattern}")
_HTML_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}


_HCL_ESCAPES = {r"\b": r"\u0008", r"\f": r"\u000c"}
"""What JSON can escape with a letter and Terraform cannot."""


_HCL_OPENING = re.compile(r"(\$+|%+)\{")


def template_root() -> Path:
    """Returns the folder of the templates: in the wheel inside the package, in a checkout beside `src/`."""
    package = Path(__file__).parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent.parent / "templates"


def render(target: str, template: str, view: object, *, overrides: str | None = None) -> str:
    """Returns a template of a target filled with its view; `overrides` is a user's template folder.

    Raises ConfigError, with file and line, for a fault of a user's template.
    """
    environment = _environment(target.replace("-", "_"), overrides)
    if overrides is None:
        return environment.get_template(template).render(view=view)
    from jinja2 import TemplateError  # loaded with the environment

    try:
        return environment.get_template(template).render(view=view)
    except (TemplateError, TypeError, AttributeError) as error:
        raise ConfigError(f"{_place(error, overrides, template)}: {error}") from error


def _place(error: Exception, overrides: str, template: str) -> str:
    """Returns the file and line of a user's template where rendering failed."""
    place, trace = os.path.join(overrides, template), error.__traceback__
    if (line := getattr(error, "lineno", None)) is not None:
        return f"{getattr(error, 'filename', None) or place}:{line}"
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(overrides):
            place = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def template_files() -> tuple[str, ...]:
    """Returns the templates that a user can override, as `<target>/<file>`, sorted."""
    root = template_root()
    files = (path.relative_to(root).as_posix() for path in root.glob("*/*.j2"))
    return tuple(sorted(file for file in files if not file.startswith("expand/")))


def template_text(name: str) -> str:
    """Returns the source of a template by its name in `template_files`."""
    return (template_root() / name).read_text(encoding="utf-8")


def resource(target: str, path: str) -> str:
    """Returns a file of a target's folder as it is: stylesheets, runtime sources."""
    return (template_root() / target.replace("-", "_") / path).read_text(encoding="utf-8")


def resources(target: str, folder: str) -> tuple[str, ...]:
    """Returns the paths, below a target's folder, of the source files of one of its folders, sorted."""
    root = template_root() / target.replace("-", "_")
    files = (path for path in (root / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return tuple(sorted(path.relative_to(root).as_posix() for path in files))


@cache
def _environment(folder: str, overrides: str | None) -> Environment:
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined  # lazy: 50 ms

    root = template_root()
    builtin = FileSystemLoader(str(root / folder))
    spellings = (folder, folder.replace("_", "-"))
    own = [FileSystemLoader([str(Path(overrides) / name) for name in spellings])] if overrides else []
    prefixed = PrefixLoader({"builtin": PrefixLoader(dict.fromkeys(spellings, builtin))})
    # HTML positions pass the `html` filter; autoescape would hide a forgotten one in every other language
    environment = Environment(
        loader=ChoiceLoader([*own, builtin, prefixed]),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.loopcontrols"],
    )
    environment.filters.update(ENCODERS)
    environment.globals.clear()
    return environment


def _visible(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def with_controls_shown(text: str) -> str:
    """Returns a text of code in which no control character stands raw; lines stay lines."""
    return _UNPRINTABLE.sub(_visible, text)


def encode_json(value: object) -> str:
    """Returns a JSON literal that is safe inside HTML and every C-like language as well."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(_visible, text).replace("</", "<\\/").replace("<!--", "<\\u0021--")


def encode_py(value: object) -> str:
    """Returns a Python literal; strings in the quotes that need fewer escapes, as formatters write them."""
    if isinstance(value, str):
        text = _UNPRINTABLE.sub(_visible, json.dumps(value, ensure_ascii=False))
        return _single_quoted(text) if value.count('"') > value.count("'") else text
    if isinstance(value, dict):
        return "{" + ", ".join(f"{encode_py(key)}: {encode_py(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(encode_py, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(encode_py, value)) + ("," if len(value) == 1 else "") + ")"
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    raise TypeError(f"no Python literal for {type(value).__name__}")


def _single_quoted(literal: str) -> str:
    """Returns a double-quoted literal in single quotes."""
    body = re.sub(r"\\(.)", lambda match: '"' if match[1] == '"' else match[0], literal[1:-1])
    return "'" + body.replace("'", "\\'") + "'"


def encode_docstring_py(value: object) -> str:
    """Returns one line of text for inside a triple-quoted Python string that does not end in this line."""
    text = str(value).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return _UNPRINTABLE.sub(_visible, text).replace("\n", " ").replace("\t", "    ").rstrip()


def encode_toml(value: object) -> str:
    """Returns a TOML string or array; TOML's basic strings are written like Python's."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub(_visible, json.dumps(value, ensure_ascii=False))
    if isinstance(value, list):
        return "[" + ", ".join(map(encode_toml, value)) + "]"
    raise TypeError(f"no TOML literal for {type(value).__name__}")


def encode_hcl(value: object) -> str:
    """Returns a Terraform literal in which no interpolation and no directive starts."""
    if isinstance(value, str):
        text = _UNPRINTABLE.sub(_visible, json.dumps(value, ensure_ascii=False))
        text = re.sub(r"\\(.)", lambda match: _HCL_ESCAPES.get(match[0], match[0]), text)
        return _HCL_OPENING.sub(_hcl_opening, text)
    if value is None or isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(encode_hcl, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{encode_hcl(key)} = {encode_hcl(item)}" for key, item in value.items()) + " }"
    raise TypeError(f"no Terraform literal for {type(value).__name__}")


def _hcl_opening(match: re.Match[str]) -> str:
    """Returns what stands for `${` or `%{`; signs before it are escaped, so that no reader pairs them otherwise."""
    sign = match[1][0]
    return f"\\u{ord(sign):04x}" * (len(match[1]) - 1) + sign * 2 + "{"


def encode_html(value: object) -> str:
    """Returns text for HTML, in an element or in a quoted attribute."""
    text = str(value)
    return text if text.isascii() and text.isalnum() else _HTML.sub(_html_reference, text)


def _html_reference(match: re.Match[str]) -> str:
    return _HTML_REFERENCES.get(match[0], "&#xfffd;")


def encode_comment_py(value: object) -> str:
    """Returns text for one line of a Python comment."""
    return _one_line(value)


def encode_comment_hcl(value: object) -> str:
    """Returns text for one line of a Terraform comment."""
    return _one_line(value)


def encode_comment_yaml(value: object) -> str:
    """Returns text for one line of a YAML comment."""
    return _one_line(value)


def _one_line(value: object) -> str:
    return _UNPRINTABLE.sub(_visible, " ".join(str(value).split()))


def encode_md(value: object) -> str:
    r"""Returns text for a Markdown paragraph or table cell, with nothing left that is markup.

    >>> encode_md("1. snake_case is *not* <b>bold</b>")
    '1\\. snake_case is \\*not\\* \\<b\\>bold\\</b\\>'
    """
    text = str(value)
    if text.isascii() and text.isalnum():
        return text
    shown = _UNSEEN.sub(_visible, " ".join(text.split()))
    return _LIST_ITEM.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\g<0>", shown))


ENCODERS: dict[str, Callable[[object], str]] = {
    "json": encode_json,
    "py": encode_py,
    "hcl": encode_hcl,
    "yaml": encode_json,
    "html": encode_html,
    "md": encode_md,
    "toml": encode_toml,
    "docstring_py": encode_docstring_py,
    "comment_py": encode_comment_py,
    "comment_hcl": encode_comment_hcl,
    "comment_yaml": encode_comment_yaml,
}
"""One encoder per output position; JSON is YAML, so `yaml` is the same encoder."""
