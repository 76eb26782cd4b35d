"""The target `python-client`."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.clients.options import ClientOptions
from specforge.clients.python.calls import PythonApi, describe_calls
from specforge.clients.python.dict_types import describe_dicts
from specforge.clients.python.packages import choose_package_name
from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile, output_file
from specforge.render import render, resource, resources
from specforge.targets.python_client.models_view import models_index, module_view
from specforge.targets.python_client.operations_view import group_view
from specforge.targets.python_client.package_view import (
    client_view,
    description_view,
    errors_view,
    package_view,
    readme_view,
)
from specforge.targets.python_client.types_view import types_view
from specforge.targets.target import Target

NAME = "python-client"
FOLDER = "clients/python"


class Options(ClientOptions, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The options under `build.python-client`; `package` is the name under which the client is imported."""

    package: str | None = None


def emit(api: Api, options: Options, report: Report) -> Iterator[OutputFile]:
    """Yields the files of the package."""
    package = choose_package_name(api, "client", options.package, report)
    inside = f"{FOLDER}/{package}"
    python = describe_calls(api, report, options.pagination)
    view, readme = package_view(api, package), readme_view(api, package, python)
    yield output_file(f"{FOLDER}/pyproject.toml", render(NAME, "pyproject.toml.j2", view, overrides=report.templates))
    yield output_file(f"{FOLDER}/README.md", render(NAME, "README.md.j2", readme, overrides=report.templates))
    for file, template, shown in _modules(api, options, package, python):
        yield output_file(f"{inside}/{file}", render(NAME, f"{template}.j2", shown, overrides=report.templates))
    yield output_file(f"{inside}/py.typed", "")
    for path in resources(NAME, "runtime"):
        if path.endswith(".py"):
            yield output_file(f"{inside}/_{path}", resource(NAME, path))


def _modules(api: Api, options: Options, package: str, python: PythonApi) -> Iterator[tuple[str, str, object]]:
    """Yields the modules: the path in the package, the template, and what it shows."""
    view = package_view(api, package)
    dicts = describe_dicts(python)
    index = models_index(python.book)
    errors = errors_view(api, python)
    yield "__init__.py", "package.py", errors
    yield "errors.py", "errors.py", errors
    yield "client.py", "client.py", client_view(api, python)
    yield "async_client.py", "client.py", client_view(api, python, is_async=True)
    yield "description.py", "description.py", description_view(api, package, options)
    yield "auth.py", "auth.py", view
    yield "transports.py", "transports.py", view
    yield "types.py", "types.py", types_view(dicts, api.title)
    yield "api/__init__.py", "api_index.py", view
    for group in python.groups:
        yield f"api/{group.module}.py", "api.py", group_view(group, dicts)
    yield "models/__init__.py", "models_index.py", index
    for module in python.book.modules:
        yield f"models/{module.name}.py", "model.py", module_view(module, index)


TARGET = Target(
    name=NAME,
    summary="an installable, typed Python client",
    options=Options,
    emit=emit,
)
