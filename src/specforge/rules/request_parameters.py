"""Which parameter of a method a mapping expression reads."""

from __future__ import annotations

import re

from specforge.ir import Operation
from specforge.source import Text

SOURCE = re.compile(r"method\.request\.(path|querystring|multivaluequerystring|header|multivalueheader)\.(.+)\Z")
LOCATIONS = {"querystring": "query", "multivaluequerystring": "query", "multivalueheader": "header"}


def find_undeclared(expression: Text, operation: Operation) -> str | None:
    """Returns where the parameter that an expression reads should be declared; None when it is, or none is read.

    An expression that is known only at deployment reads none.
    """
    found = SOURCE.match(expression.literal or "")
    if found is None:
        return None
    location = LOCATIONS.get(found[1], found[1])
    declared = {parameter.name for parameter in operation.parameters_in(location)}
    return None if found[2] in declared else location
