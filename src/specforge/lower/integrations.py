"""`components.x-amazon-apigateway-integrations`: the integrations that HTTP APIs share by name.

Source: the developer guide, "x-amazon-apigateway-integrations object".
"""

from __future__ import annotations

import msgspec

from specforge.ir import Invalid, SharedIntegration, ShortForm
from specforge.lower.alternatives import alternatives, find_mapping
from specforge.lower.context import Context
from specforge.lower.integration import SHARED, lower_integration


def lower_shared_integrations(context: Context) -> tuple[SharedIntegration, ...]:
    """Returns the shared integrations, used or not; of a condition, the first branch."""
    components = find_mapping(context.root, "components")
    shelf = find_mapping(components, SHARED) if components is not None else None
    shared: list[SharedIntegration] = []
    for name, entry in shelf.items() if shelf is not None else ():
        for _, node in alternatives(entry)[:1]:
            integration = lower_integration(node)
            if not isinstance(integration, (Invalid, ShortForm)):
                integration = msgspec.structs.replace(integration, shared_name=name)
            shared.append(SharedIntegration(name=name, integration=integration, origin=entry))
    return tuple(shared)
