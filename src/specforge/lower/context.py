"""What every step of lowering is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from specforge.config import Config
from specforge.document import Cursor, Document
from specforge.ir import Kind, SecurityRequirement, SecurityScheme
from specforge.lower.schema_table import SchemaTable


class Context(NamedTuple):
    """The document with what is worked out once for all of its parts."""

    document: Document
    config: Config
    kind: Kind
    schemas: SchemaTable
    security_schemes: Mapping[str, SecurityScheme]
    security: tuple[SecurityRequirement, ...] | None

    @property
    def root(self) -> Cursor:
        """Returns the API body."""
        return self.document.root

    @property
    def swagger(self) -> bool:
        """Tells whether the document is OpenAPI 2.0."""
        return self.document.version.swagger
