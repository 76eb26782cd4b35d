"""What the template of the HTML page prints."""

from __future__ import annotations

import msgspec

from specforge.targets.docs.view import View


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The documentation with the page's own style and script; the hashes are for its security policy."""

    view: View
    style: str
    script: str
    style_hash: str
    script_hash: str
