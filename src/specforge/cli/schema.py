"""`specforge schema`: the JSON Schema of specforge.yaml, or of our extensions, for editors."""

from __future__ import annotations

import json
from typing import Any

import click

from specforge.config import json_schema
from specforge.targets.registry import load, names


@click.command(name="schema")
@click.option("--extensions", is_flag=True, help="Print that of x-specforge-integration, the short forms, instead.")
def command(extensions: bool) -> None:
    """Print the JSON Schema of specforge.yaml.

    An editor that speaks YAML finds it by the first line of specforge.yaml:

    \b
        # yaml-language-server: $schema=specforge.schema.json
    """  # noqa: D301 (click's mark of lines that are not wrapped)
    from specforge.expand.options import extensions_schema  # lazy: with the short forms

    click.echo(json.dumps(extensions_schema() if extensions else document(), indent=2))


def document() -> dict[str, Any]:
    """Returns the schema with the options of every target in its place."""
    import msgspec  # lazy: with the targets

    schema: dict[str, Any] = json_schema()
    build = schema["properties"]["build"]["properties"]
    for name in names():
        template = f"#/$defs/{name}.{{name}}"  # two targets may have types of one name
        (build[name],), parts = msgspec.json.schema_components([load(name).options], ref_template=template)
        schema.setdefault("$defs", {}).update({f"{name}.{part}": shape for part, shape in parts.items()})
    return schema
