"""The document that API Gateway imports, from the model."""

from __future__ import annotations

from specforge.importdoc.changes import listed
from specforge.importdoc.document import ImportDocument, import_document, literal_import_document
from specforge.importdoc.explanation import Explained, Explanation, explain
from specforge.importdoc.names import model_names
from specforge.importdoc.public import PublicDocument, public_document
from specforge.importdoc.spelling import Spell, as_written, is_known_at_import

__all__ = [
    "Explained",
    "Explanation",
    "ImportDocument",
    "PublicDocument",
    "Spell",
    "as_written",
    "explain",
    "import_document",
    "is_known_at_import",
    "listed",
    "literal_import_document",
    "model_names",
    "public_document",
]
