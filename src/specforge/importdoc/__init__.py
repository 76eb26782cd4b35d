"""The document that API Gateway imports, from the model."""

from __future__ import annotations

from specforge.importdoc.document import import_document
from specforge.importdoc.names import model_names
from specforge.importdoc.spelling import Spell, as_written, is_known_at_import

__all__ = ["Spell", "as_written", "import_document", "is_known_at_import", "model_names"]
