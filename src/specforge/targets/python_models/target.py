"""The target `python-models`: pydantic models of the schemas, for the Lambda functions behind the API."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from specforge.clients.naming import UniqueNames
from specforge.clients.python.naming import version
from specforge.clients.python.packages import choose_package_name
from specforge.diagnostics import Report
from specforge.importdoc import public_document
from specforge.ir import Api
from specforge.output import OutputFile, output_file
from specforge.render import render
from specforge.targets.python_models.generation import GenerationFailedError, generate, is_pattern
from specforge.targets.target import Target

NAME = "python-models"
FOLDER = "models/python"
MOST_PROPERTIES = 50_000
"""So many properties take datamodel-code-generator half a minute; GitHub's API has 41,400."""


class Options(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The options under `build.python-models`; `package` is the name under which the models are imported."""

    package: str | None = None


class PackageView(NamedTuple):
    """What stands in the project file and the README."""

    package: str
    distribution: str
    version: str
    title: str


def emit(api: Api, options: Options, report: Report) -> Iterator[OutputFile]:
    """Yields a package with one module of models; nothing, with a finding, for an API without schemas."""
    schemas = _schemas(api, report)
    if not schemas:
        report.add("no-schemas-for-models", api.origin, "the document has no schemas, so there are no models to write")
        return
    size = _properties(schemas)
    if size > MOST_PROPERTIES:
        message = f"the schemas have {size} properties; models are written for at most {MOST_PROPERTIES}"
        report.add("models-not-generated", api.origin, message)
        return
    try:
        source = generate(schemas)
    except GenerationFailedError as error:
        report.add(
            "models-not-generated", api.origin, f"datamodel-code-generator makes nothing of the schemas: {error}"
        )
        return
    package = choose_package_name(api, "models", options.package, report)
    view = PackageView(package, package.replace("_", "-"), version(api.version), api.title)
    yield output_file(f"{FOLDER}/pyproject.toml", render(NAME, "pyproject.toml.j2", view, overrides=report.templates))
    yield output_file(f"{FOLDER}/README.md", render(NAME, "README.md.j2", view, overrides=report.templates))
    yield output_file(f"{FOLDER}/{package}/__init__.py", source)
    yield output_file(f"{FOLDER}/{package}/py.typed", "")


def _schemas(api: Api, report: Report) -> Mapping[str, Any]:
    content: Any = public_document(api).content
    written: dict[str, Any] = msgspec.to_builtins(content.get("components", {}).get("schemas", {}))
    schemas = _named_for_one_module(written)
    dropped = _without_patterns(schemas)
    if dropped:
        message = f"{dropped} patterns are not checked by the models: pydantic cannot read them"
        report.add("pattern-not-in-models", api.origin, message)
    return schemas


def _properties(value: Any) -> int:
    """Returns how many properties schemas have, at all levels."""
    if isinstance(value, list):
        return sum(map(_properties, value))
    if not isinstance(value, dict):
        return 0
    own = value.get("properties")
    return (len(own) if isinstance(own, dict) else 0) + sum(map(_properties, value.values()))


def _named_for_one_module(schemas: dict[str, Any]) -> dict[str, Any]:
    """Returns the schemas under names without dots, which would ask for a module each; references follow."""
    names = UniqueNames()
    renamed = {name: names.take(name.replace(".", "_")) for name in schemas}
    references = {f"#/components/schemas/{name}": f"#/components/schemas/{new}" for name, new in renamed.items()}
    return {renamed[name]: _with_references(schema, references) for name, schema in schemas.items()}


def _with_references(value: Any, references: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_with_references(item, references) for item in value]
    if not isinstance(value, dict):
        return value
    changed = {key: _with_references(item, references) for key, item in value.items()}
    for holder, key in ((changed, "$ref"), *_mappings(changed)):
        if isinstance(holder.get(key), str):
            holder[key] = references.get(holder[key], holder[key])
    return changed


def _mappings(schema: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yields the places of a discriminator that refer to schemas."""
    discriminator = schema.get("discriminator")
    mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    if isinstance(mapping, dict):
        yield from ((mapping, key) for key in mapping)


def _without_patterns(value: Any) -> int:
    """Takes away the patterns that pydantic refuses, when the module is imported; returns how many."""
    if isinstance(value, list):
        return sum(map(_without_patterns, value))
    if not isinstance(value, dict):
        return 0
    pattern = value.get("pattern")
    dropped = 0
    if isinstance(pattern, str) and not is_pattern(pattern):
        del value["pattern"]
        dropped = 1
    return dropped + sum(map(_without_patterns, value.values()))


TARGET = Target(
    name=NAME,
    summary="pydantic models for the Lambda functions behind the API",
    options=Options,
    emit=emit,
    by_default=False,
)
