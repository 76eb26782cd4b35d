"""Request bodies of reviews as dictionaries, under the names that they have on the
wire.
"""

from __future__ import annotations

