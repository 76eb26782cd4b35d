"""Texts to plain data with positions on demand.

Input: files, bytes or text of a document. Output: `Source`s, and the deploy-time expressions in
them. Never raises for what a document holds, and judges nothing that OpenAPI or AWS would.
"""

from specforge.source.expressions import (
    NO_VALUE,
    Branches,
    Conditional,
    Deferred,
    Text,
    branches,
    intrinsic_of,
    text_of,
)
from specforge.source.files import Files, is_other_file
from specforge.source.model import BOUNDS, RULES, Bounds, Data, Problem, Source
from specforge.source.read import looks_like_api, read_text

__all__ = [
    "BOUNDS",
    "NO_VALUE",
    "RULES",
    "Bounds",
    "Branches",
    "Conditional",
    "Data",
    "Deferred",
    "Files",
    "Problem",
    "Source",
    "Text",
    "branches",
    "intrinsic_of",
    "is_other_file",
    "looks_like_api",
    "read_text",
    "text_of",
]
