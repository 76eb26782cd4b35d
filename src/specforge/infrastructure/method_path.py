"""A method of a path in the four spellings that AWS's settings ask for.

Sources: the API reference of UpdateStage (method settings), the CloudFormation reference of MethodSetting, the API
reference of UsagePlan (ApiStage throttle), the API reference of version 2 (route keys).
"""

from __future__ import annotations

from typing import NamedTuple

METHODS = ("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "ANY")


class MethodPath(NamedTuple):
    """One method of one path, as in `GET /orders/{id}`."""

    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def setting_key(self) -> str:
        """Returns how Terraform's method settings call it.

        >>> MethodPath("GET", "/orders/{id}").setting_key, MethodPath("GET", "/").setting_key
        ('orders/{id}/GET', '~1/GET')
        """
        return f"{self.path.strip('/') or '~1'}/{self.method}"

    @property
    def resource_path(self) -> str:
        """Returns the ResourcePath of CloudFormation's method settings, beside which the HttpMethod stands.

        >>> MethodPath("GET", "/orders/{id}").resource_path, MethodPath("GET", "/").resource_path
        ('/~1orders~1{id}', '/')
        """
        return "/" if self.path == "/" else "/" + self.path.replace("/", "~1")

    @property
    def usage_plan_key(self) -> str:
        """Returns how the throttles of usage plans call it.

        >>> MethodPath("GET", "/orders/{id}").usage_plan_key
        '/orders/{id}/GET'
        """
        return f"{self.path.rstrip('/')}/{self.method}"

    @property
    def route_key(self) -> str:
        """Returns the route key of an HTTP API.

        >>> MethodPath("ANY", "/$default").route_key
        '$default'
        """
        return "$default" if self.path in ("/$default", "$default") else str(self)


def read_method_path(text: str) -> MethodPath | None:
    """Returns what `GET /orders` names; None when it is not of this form.

    >>> read_method_path("get /orders")
    MethodPath(method='GET', path='/orders')
    """
    method, _, path = text.strip().partition(" ")
    path = path.strip()
    if text.strip() == "$default":
        return MethodPath("ANY", "/$default")
    if method.upper() not in METHODS or not path.startswith("/"):
        return None
    return MethodPath(method.upper(), path)
