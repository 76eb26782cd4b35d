"""Servers, which OpenAPI 2.0 spells as schemes, host and basePath."""

from __future__ import annotations

import re

from specforge.document import Cursor
from specforge.ir import Server
from specforge.lower.alternatives import find_list, find_mapping
from specforge.lower.context import Context
from specforge.lower.texts import words_in

_PATH = re.compile(r"(?:[^/]*:)?(?://)?[^/]*(/.*)?", re.DOTALL)


def lower_servers(context: Context) -> tuple[Server, ...]:
    """Returns the servers in the order of the document."""
    if context.swagger:
        return _of_swagger(context.root)
    found = find_list(context.root, "servers")
    elements = (element.follow() for element in found.elements()) if found is not None else ()
    return tuple(_server(element) for element in elements if element.text("url") is not None)


def lower_base_path(context: Context) -> str | None:
    """Returns the base path as API Gateway's import finds it; None when it is empty.

    Source: the developer guide, "Set the OpenAPI basePath property": a server variable named
    basePath wins, then the path of the first server's URL.
    """
    if context.swagger:
        path = words_in(context.root, "basePath") or ""
    else:
        servers = lower_servers(context)
        declared = (server.variables["basePath"] for server in servers if "basePath" in server.variables)
        path = next(declared, _path_of(servers[0].url) if servers else "")
    path = "/" + path.strip("/")
    return None if path == "/" else path


def _server(server: Cursor) -> Server:
    variables = find_mapping(server, "variables")
    defaults = ((name, words_in(variable, "default")) for name, variable in variables.items()) if variables else ()
    return Server(
        url=words_in(server, "url") or "",
        description=server.string("description"),
        variables={name: default for name, default in defaults if default is not None},
        origin=server,
    )


def _of_swagger(root: Cursor) -> tuple[Server, ...]:
    host, base_path = words_in(root, "host"), words_in(root, "basePath") or ""
    if host is None:
        return (Server(url=base_path, origin=root.get("basePath") or root),) if base_path else ()
    listed = root.sequence("schemes")
    schemes = [scheme for scheme in listed.value if isinstance(scheme, str)] if listed is not None else []
    tail = base_path if base_path.startswith("/") or not base_path else "/" + base_path
    origin = root.get("host") or root
    return tuple(Server(url=f"{scheme}://{host}{tail}", origin=origin) for scheme in schemes or ["https"])


def _path_of(url: str) -> str:
    found = _PATH.fullmatch(url)
    return (found[1] or "") if found is not None else ""
