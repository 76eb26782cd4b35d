"""Which OpenAPI a document is written in."""

from __future__ import annotations

import re
from typing import NamedTuple

from specforge.document.cursor import Cursor

_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?")


class Version(NamedTuple):
    """The version as the document spells it and as two numbers; (0, 0) when it says none that we know."""

    spelling: str
    major: int
    minor: int

    @property
    def swagger(self) -> bool:
        """Tells whether this is OpenAPI 2.0, once called Swagger."""
        return self.major == 2

    @property
    def known(self) -> bool:
        """Tells whether specforge can read it: 2.0, 3.0, 3.1, and 3.2 as 3.1."""
        return (self.major, self.minor) in {(2, 0), (3, 0), (3, 1), (3, 2)}


def version_of(root: Cursor) -> Version:
    """Returns the version that `swagger` or `openapi` states.

    YAML readers turn an unquoted 2.0 into a number, and AWS documents hold `swagger: 2` as well.
    """
    for key, majors in (("openapi", "3"), ("swagger", "2")):
        spelling = root.words(key)
        if spelling is not None:
            found = _NUMBER.match(spelling)
            if found is not None and found[1] == majors:
                return Version(spelling, int(found[1]), int(found[2] or 0))
            return Version(spelling, 0, 0)
    return Version("", 0, 0)
