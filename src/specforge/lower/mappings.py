"""Parameter mappings and mapping templates, which integrations, their responses and gateway responses share."""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import ParameterMapping, Template
from specforge.lower.alternatives import find_mapping


def lower_parameter_mappings(cursor: Cursor, key: str) -> tuple[ParameterMapping, ...]:
    """Returns the entries of requestParameters or responseParameters that are texts."""
    found = find_mapping(cursor, key)
    mappings: list[ParameterMapping] = []
    for target, entry in found.items() if found is not None else ():
        value = entry.own_text()
        if value is not None:
            mappings.append(ParameterMapping(target=target, value=value, origin=entry))
    return tuple(mappings)


def lower_templates(cursor: Cursor, key: str) -> tuple[Template, ...]:
    """Returns the mapping templates by media type; `${x}` in them is VTL unless Fn::Sub surrounds it."""
    found = find_mapping(cursor, key)
    templates: list[Template] = []
    for media_type, entry in found.items() if found is not None else ():
        body = entry.own_text(placeholders=False)
        if body is not None:
            templates.append(Template(media_type=media_type, body=body, origin=entry))
    return tuple(templates)
