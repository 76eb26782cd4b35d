"""The name under which a generated package is imported."""

from __future__ import annotations

from specforge.clients.naming import split_words
from specforge.clients.python.naming import is_package_name, snake
from specforge.diagnostics import Report
from specforge.ir import Api


def choose_package_name(api: Api, kind: str, wanted: str | None, report: Report) -> str:
    """Returns the configured name, else the API's title with what the package is: `orders_client`, `orders_models`.

    Reports a configured name that no package can have.
    """
    words = [word for word in split_words(api.title) if word.isascii()]
    default = snake([*(words or ["api"]), kind], "api")
    if not is_package_name(default):
        default = f"api_{kind}"
    if wanted is None or is_package_name(wanted):
        return wanted or default
    message = f"{wanted!r} cannot be the name of a Python package; the {kind} package is called {default}"
    report.add("invalid-configuration", api.origin, message)
    return default
