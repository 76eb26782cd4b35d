"""The target `python-client`."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.clients.naming import split_words
from specforge.clients.options import ClientOptions
from specforge.clients.python.calls import describe_calls
from specforge.clients.python.dict_types import describe_dicts
from specforge.clients.python.naming import is_package_name, snake
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
    package = _package_name(api, options, report)
    python = describe_calls(api, report, options.pagination)
    inside = f"{FOLDER}/{package}"
    view = package_view(api, package)
    yield output_file(f"{FOLDER}/pyproject.toml", render(NAME, "pyproject.toml.j2", view))
    yield output_file(f"{FOLDER}/README.md", render(NAME, "README.md.j2", readme_view(api, package, python)))
    yield output_file(f"{inside}/__init__.py", render(NAME, "package.py.j2", errors_view(api, python)))
    yield output_file(f"{inside}/py.typed", "")
    yield output_file(f"{inside}/client.py", render(NAME, "client.py.j2", client_view(api, python)))
    asynchronous = client_view(api, python, is_async=True)
    yield output_file(f"{inside}/async_client.py", render(NAME, "client.py.j2", asynchronous))
    description = description_view(api, package, options)
    yield output_file(f"{inside}/description.py", render(NAME, "description.py.j2", description))
    yield output_file(f"{inside}/errors.py", render(NAME, "errors.py.j2", errors_view(api, python)))
    yield output_file(f"{inside}/auth.py", render(NAME, "auth.py.j2", view))
    yield output_file(f"{inside}/transports.py", render(NAME, "transports.py.j2", view))
    yield output_file(f"{inside}/api/__init__.py", render(NAME, "api_index.py.j2", view))
    dicts = describe_dicts(python)
    yield output_file(f"{inside}/types.py", render(NAME, "types.py.j2", types_view(dicts, api.title)))
    for group in python.groups:
        yield output_file(f"{inside}/api/{group.module}.py", render(NAME, "api.py.j2", group_view(group, dicts)))
    index = models_index(python.book)
    yield output_file(f"{inside}/models/__init__.py", render(NAME, "models_index.py.j2", index))
    for module in python.book.modules:
        yield output_file(f"{inside}/models/{module.name}.py", render(NAME, "model.py.j2", module_view(module, index)))
    for path in resources(NAME, "runtime"):
        if path.endswith(".py"):
            yield output_file(f"{inside}/_{path}", resource(NAME, path))


def _package_name(api: Api, options: Options, report: Report) -> str:
    words = [word for word in split_words(api.title) if word.isascii()]
    default = snake([*words, "client"], "api")
    if not is_package_name(default):
        default = "api_client"
    if options.package is None or is_package_name(options.package):
        return options.package or default
    message = f"{options.package!r} cannot be the name of a Python package; the client is called {default}"
    report.add("invalid-configuration", api.origin, message)
    return default


TARGET = Target(
    name=NAME,
    summary="an installable, typed Python client",
    options=Options,
    emit=emit,
)
