"""Prance as the oracle: over the corpus every reference leads to the same data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from specforge.compiler import read
from specforge.diagnostics import Report
from specforge.document import Cursor, Document, open_
from specforge.errors import SourceError
from specforge.source import Files
from tests.required import corpus

# Why the two differ, by what is in the reference.
REASONS = {
    "http": "prance fetches; specforge does not",
    "%": "prance takes percent-encoded characters of a pointer for themselves",
    ".md": "prance reads Markdown as YAML",
}


@pytest.mark.slow
@pytest.mark.parametrize("part", ["general", "multifile", "aws"])
def test_every_reference_leads_where_prance_says(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    same, differences = 0, []
    for spec in sorted(path for path in corpus(part).rglob("*") if path.suffix in {".yaml", ".yml", ".json"}):
        for document in _opened(spec):
            ours: dict[tuple[Any, str], Cursor | None] = {}
            for at, reference in _sites(document):
                ours.setdefault((at.entry, reference), document.references.resolve(reference, at))
            paths = {source.entry: source.path for source in document.references.sources}
            for (entry, reference), target in ours.items():
                theirs = _prance(reference, str(paths[entry]), document)
                if (target is None, target.value if target else None) == theirs:
                    same += 1
                else:
                    differences.append((spec.name, reference, theirs[0]))
    unexplained = [one for one in differences if not any(mark in one[1] for mark in REASONS)]
    with capsys.disabled():
        print(f"\n{part}: {same} references the same, {len(differences)} explained differences")

    assert unexplained == []
    assert same > 20


def _opened(spec: Path) -> tuple[Document, ...]:
    try:
        files = Files(str(corpus()))
        return tuple(one for one in open_(read(str(spec), files), files, Report()) if one.logical_id is None)
    except SourceError:
        return ()


def _sites(document: Document) -> Iterator[tuple[Cursor, str]]:
    """Yields every reference of the document and of the files that it leads to."""
    pending = [document.root]
    seen: set[tuple[Any, str]] = set()
    while pending:
        node = pending.pop()
        reference = node.string("$ref")
        if reference is not None and (node.entry, reference) not in seen:
            seen.add((node.entry, reference))
            yield node, reference
            target = document.references.resolve(reference, node)
            if target is not None and target.entry is not node.entry:
                pending.append(target)
        pending.extend(child for _, child in node.items())  # noqa: PERF102 (a cursor's items, not a mapping's)
        pending.extend(node.elements())


def _prance(reference: str, path: str, document: Document) -> tuple[bool, Any]:
    """Returns whether prance finds nothing, and what it finds; it reads with our data of each file."""
    from prance.util.path import path_get
    from prance.util.url import ResolutionError, absurl, fetch_url, split_url_reference, urlresource
    from ruamel.yaml.error import YAMLError

    cache = {
        (urlresource(absurl(f"file://{source.path}")), True): source.data for source in document.references.sources
    }
    try:
        address, keys = split_url_reference(absurl(f"file://{path}"), reference)
        if not address.scheme.startswith("file"):
            return True, None
        return False, path_get(fetch_url(address, cache), keys)
    except (ResolutionError, LookupError, TypeError, AttributeError, OSError, ValueError, YAMLError):
        return True, None
