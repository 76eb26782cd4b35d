"""Where the API stands: the base URL that a client takes when it is given none."""

from __future__ import annotations

import re

from specforge.ir import Api, Server

_URL = re.compile(r"https?://[A-Za-z0-9._~:\[\]-]+(/[A-Za-z0-9._~%!$&'()*+,;=:@/-]*)?")


def default_base_url(api: Api) -> str | None:
    """Returns the URL of the first server that is complete; None when the document leaves it open."""
    for server in api.servers:
        url = server_url(server).rstrip("/")
        if _URL.fullmatch(url):
            return url
    return None


def server_url(server: Server) -> str:
    """Returns a server's URL with the defaults of its variables."""
    url = server.url
    for name, value in server.variables.items():
        url = url.replace("{" + name + "}", value)
    return url
