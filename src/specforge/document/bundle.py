"""A document of many files as one text: comments kept, references inside, or none at all.

Input: a document. Output: YAML or JSON that our own reader takes, and that says the same. Must not open a file: every
one of the document has been read.
"""

from __future__ import annotations

import io
import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from specforge.diagnostics import Report
from specforge.document.document import Document, open_
from specforge.document.joining import REFERENCE, Joined
from specforge.document.positions import DATA, kind_below
from specforge.errors import ConfigError, InternalError
from specforge.source import BOUNDS, Data, Files, Source, read_text
from specforge.source.scalars import find_other_reading

if TYPE_CHECKING:
    from ruamel.yaml import YAML

CORE = "tag:yaml.org,2002:"
NAME = "bundle"
ADDRESS = f"file:///{NAME}"
"""Prance wants an address; nothing stands there."""
HIDDEN = "\0" + REFERENCE
_LISTED = re.compile(r"^( *)[^\s#-][^\n]*:[ ]*\n( *)- ", re.MULTILINE)


class Bundle(NamedTuple):
    """One text, and the references in it that lead nowhere."""

    text: str
    unresolved: tuple[str, ...]


def bundle(document: Document, form: str, *, dereference: bool = False) -> Bundle:
    """Returns a document as one text; `form` is yaml or json. Comments stay in YAML that keeps its references.

    Raises ConfigError where a part holds itself in a place for which OpenAPI has no list of components.
    """
    joined = Joined(document, lambda source: deepcopy(source.data), deepcopy)
    data, unresolved = joined.tree, tuple(joined.unresolved)
    if dereference:
        data = dereferenced(data)
    if form == "json":
        return Bundle(json.dumps(data, indent=2, ensure_ascii=False) + "\n", unresolved)
    tree = _plain(data) if dereference else Joined(document, _tree, _copied).tree
    text = _dumped(tree, document.source)
    if read_text(text, f"{NAME}.yaml").data != data:
        raise InternalError(f"the bundle of {document.name} says something else than its files")
    return Bundle(text, unresolved)


def dereferenced(data: Data) -> Data:
    """Returns a document of one file without references, by prance; a reference inside of what it names stays."""
    from prance.util.resolver import RESOLVE_INTERNAL, RefResolver  # lazy: 100 ms

    prepared = _prepared(data)
    resolver = RefResolver(
        prepared, ADDRESS, resolve_types=RESOLVE_INTERNAL, recursion_limit_handler=_keep_reference, strict=False
    )
    resolver.resolve_references()
    if _size(resolver.specs, {}) > BOUNDS.nodes:
        raise ConfigError(f"without references the document would have more than {BOUNDS.nodes} parts")
    _reveal(resolver.specs, set())
    result: Data = resolver.specs
    return result


def _keep_reference(limit: int, address: Any, recursions: Any = ()) -> dict[str, str]:  # noqa: ARG001 (prance's)
    return {REFERENCE: f"#{address.fragment}"}


def _prepared(data: Data) -> Data:
    """Returns a copy in which each reference is spelled as prance reads it, and what only looks like one is hidden."""
    source = read_text(json.dumps(data), f"{NAME}.json")
    (document,) = open_(source, Files("/"), Report())
    _prepare(document, source.data, "document", newer=document.version.minor >= 1 and document.version.major == 3)
    return source.data


def _prepare(document: Document, node: Any, kind: str, *, newer: bool) -> None:
    if isinstance(node, list):
        for index, child in enumerate(node):
            _prepare(document, child, kind_below(kind, index), newer=newer)
    if not isinstance(node, dict):
        return
    for key, child in node.items():
        _prepare(document, child, DATA if kind == DATA else kind_below(kind, key), newer=newer)
    if REFERENCE not in node:
        return
    reference = node[REFERENCE]
    inside = kind != DATA and isinstance(reference, str) and reference.startswith("#")
    target = document.references.resolve(reference, document.root) if inside else None
    if target is None:
        node[HIDDEN] = node.pop(REFERENCE)
    elif newer and kind == "schema" and len(node) > 1:  # prance drops what stands beside a reference
        node["allOf"] = [{REFERENCE: f"#{target.path()}"}, *node.get("allOf", ())]
        del node[REFERENCE]
    else:
        node[REFERENCE] = f"#{target.path()}"


def _size(node: Any, known: dict[int, int]) -> int:
    """Returns how many nodes a tree has when what it shares is written out."""
    if not isinstance(node, dict | list):
        return 1
    if id(node) not in known:
        children = node.values() if isinstance(node, dict) else node
        known[id(node)] = 1 + sum(_size(child, known) for child in children)
    return known[id(node)]


def _reveal(node: Any, seen: set[int]) -> None:
    if not isinstance(node, dict | list) or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, dict) and HIDDEN in node:
        node[REFERENCE] = node.pop(HIDDEN)
    for child in node.values() if isinstance(node, dict) else node:
        _reveal(child, seen)


class Verbatim(str):
    """A scalar that is no string, as the text spells it; compares as that text, so that keys are found."""

    __slots__ = ("tag",)
    tag: str

    def __deepcopy__(self, memo: Any) -> Verbatim:
        return self


def _verbatim(text: str, kind: str) -> Verbatim:
    made = Verbatim(text)
    made.tag = kind if kind.startswith(CORE) else CORE + kind
    return made


def _tree(source: Source) -> Any:
    """Returns a text with its comments and spellings; JSON, which has none, as it is."""
    from ruamel.yaml.error import YAMLError  # lazy: 60 ms

    if source.format == "json":
        return _plain(source.data)
    try:
        return _yaml("").load(source.text)
    except (YAMLError, ValueError) as error:
        raise ConfigError(
            f"{source.name} cannot be kept as it is spelled; --format json does without: {error}"
        ) from error


def _copied(node: Any) -> Any:
    """Returns a copy with comments and spellings; what anchors share is written out, since their names may be taken."""
    from ruamel.yaml.anchor import Anchor  # lazy: with the tree
    from ruamel.yaml.comments import CommentedMap, CommentedSeq, merge_attrib  # lazy: with the tree
    from ruamel.yaml.scalarstring import ScalarString  # lazy: with the tree

    copy: CommentedMap | CommentedSeq
    if isinstance(node, CommentedMap):
        copy = CommentedMap((key, _copied(child)) for key, child in node.items())
    elif isinstance(node, CommentedSeq):
        copy = CommentedSeq(map(_copied, node))
    else:
        return type(node)(node) if isinstance(node, ScalarString) else deepcopy(node)
    node.copy_attributes(copy)
    for shared in (Anchor.attrib, merge_attrib):
        if hasattr(copy, shared):
            delattr(copy, shared)
    return copy


def _plain(node: Any) -> Any:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # lazy: with the tree
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString  # lazy: with the tree

    if isinstance(node, dict):
        return CommentedMap((key, _plain(child)) for key, child in node.items())
    if isinstance(node, list):
        return CommentedSeq(map(_plain, node))
    if isinstance(node, str):
        return DoubleQuotedScalarString(node) if find_other_reading(node) else node
    kind = "null" if node is None else {bool: "bool", int: "int", float: "float"}[type(node)]
    return _verbatim(json.dumps(node), kind)


def _dumped(tree: Any, source: Source) -> str:
    stream = io.StringIO()
    _yaml(source.text if source.format == "yaml" else "").dump(tree, stream)
    return stream.getvalue()


def _yaml(text: str) -> YAML:
    """Returns a reader and writer that keeps what is no string as it is spelled, and indents lists as a text does."""
    from ruamel.yaml import YAML  # lazy: 60 ms
    from ruamel.yaml.constructor import RoundTripConstructor  # lazy: with it
    from ruamel.yaml.representer import RoundTripRepresenter  # lazy: with it

    class Constructor(RoundTripConstructor):
        pass

    class Representer(RoundTripRepresenter):
        pass

    for kind in ("int", "float", "bool", "null", "timestamp"):
        Constructor.add_constructor(CORE + kind, lambda _, node: _verbatim(node.value, str(node.tag)))
    Representer.add_representer(
        Verbatim, lambda representer, scalar: representer.represent_scalar(scalar.tag, str(scalar))
    )
    yaml = YAML()
    yaml.Constructor, yaml.Representer = Constructor, Representer
    yaml.preserve_quotes = True
    yaml.allow_duplicate_keys = True
    yaml.width = 2**31
    found = _LISTED.search(text)
    offset = len(found[2]) - len(found[1]) if found is not None else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml
