"""What stays of a finding when lines move: its rule and where it stands in the document."""

from __future__ import annotations

from specforge.diagnostics import Diagnostic


def fingerprint(diagnostic: Diagnostic) -> str:
    """Returns a digest of rule, file and pointer; of the message too where there is no pointer."""
    from hashlib import sha256  # lazy: 3 ms

    where = diagnostic.pointer or diagnostic.message
    text = f"{diagnostic.rule}\n{diagnostic.span.file}\n{where}"
    return sha256(text.encode("utf-8", "replace")).hexdigest()
