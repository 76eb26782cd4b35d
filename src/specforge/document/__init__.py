"""Entry points, references and structure of OpenAPI documents."""

from __future__ import annotations

from specforge.document.cursor import Cursor
from specforge.document.document import Document, open_
from specforge.document.kind import infer_kind
from specforge.document.references import References
from specforge.document.version import Version

__all__ = ["Cursor", "Document", "References", "Version", "infer_kind", "open_"]
