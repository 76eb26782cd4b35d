"""Credentials: what is added to a request before it is sent, by the security scheme that an operation asks for.

A scheme of your own is any object with an `authenticate` method; it sees the whole request, so it can sign it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, runtime_checkable
from urllib.parse import quote

from .messages import Request

Secret = str | Callable[[], str]
"""A secret, or a function that is asked for it at each call, so that it can be refreshed."""


@runtime_checkable
class Auth(Protocol):
    """Adds credentials to a request."""

    def authenticate(self, request: Request) -> None:
        """Changes the request so that the server knows who calls."""
        ...


class Scheme(NamedTuple):
    """A security scheme: `kind` is header, query, cookie, bearer, basic or sigv4."""

    kind: str
    name: str = ""


class HeaderAuth:
    """Sends a secret in a header; `prefix` stands before it."""

    def __init__(self, name: str, secret: Secret, *, prefix: str = "") -> None:
        self._name = name
        self._secret = secret
        self._prefix = prefix

    def authenticate(self, request: Request) -> None:
        """Adds the header."""
        request.headers[self._name] = self._prefix + reveal(self._secret)


class BearerToken(HeaderAuth):
    """Sends `Authorization: Bearer <token>`."""

    def __init__(self, token: Secret) -> None:
        super().__init__("Authorization", token, prefix="Bearer ")


class ApiKey(HeaderAuth):
    """Sends an API key in the header that API Gateway reads."""

    def __init__(self, key: Secret, *, header: str = "x-api-key") -> None:
        super().__init__(header, key)


class BasicAuth:
    """Sends user and password; a single secret has the form `user:password`."""

    def __init__(self, secret: Secret) -> None:
        self._secret = secret

    def authenticate(self, request: Request) -> None:
        """Adds the header."""
        encoded = b64encode(reveal(self._secret).encode()).decode("ascii")
        request.headers["Authorization"] = f"Basic {encoded}"


class QueryAuth:
    """Sends a secret in the query string."""

    def __init__(self, name: str, secret: Secret) -> None:
        self._name = name
        self._secret = secret

    def authenticate(self, request: Request) -> None:
        """Adds the parameter."""
        joiner = "&" if "?" in request.url else "?"
        request.url += f"{joiner}{quote(self._name, safe='')}={quote(reveal(self._secret), safe='')}"


class CookieAuth:
    """Sends a secret in a cookie."""

    def __init__(self, name: str, secret: Secret) -> None:
        self._name = name
        self._secret = secret

    def authenticate(self, request: Request) -> None:
        """Adds the cookie to those that are there."""
        cookie = f"{self._name}={quote(reveal(self._secret), safe='')}"
        present = request.headers.get("Cookie")
        request.headers["Cookie"] = f"{present}; {cookie}" if present else cookie


def reveal(secret: Secret) -> str:
    """Returns a secret, asking its provider where there is one."""
    return secret if isinstance(secret, str) else secret()


def credential(scheme: Scheme, given: object) -> Auth:
    """Returns what sends a secret the way its scheme says."""
    if isinstance(given, Auth):
        return given
    secret: Any = given
    if scheme.kind == "sigv4":
        from .sigv4 import SigV4

        if isinstance(given, tuple) or callable(given):
            return SigV4(secret)
    if scheme.kind == "sigv4" or not (isinstance(given, str) or callable(given)):
        raise TypeError(
            f"the scheme {scheme.name!r} needs an object with an authenticate method"
        )
    match scheme.kind:
        case "query":
            return QueryAuth(scheme.name, secret)
        case "cookie":
            return CookieAuth(scheme.name, secret)
        case "basic":
            return BasicAuth(secret)
        case "bearer":
            return BearerToken(secret)
        case _:
            return HeaderAuth(scheme.name, secret)


class Keyring:
    """The credentials of a client; `may_block` tells that adding them can take a while."""

    def __init__(
        self, auth: Auth | Mapping[str, object] | None, schemes: Mapping[str, Scheme]
    ) -> None:
        self._single = auth if isinstance(auth, Auth) else None
        given: Mapping[str, object] = {}
        if auth is not None and not isinstance(auth, Auth):
            given = auth
        unknown = sorted(set(given) - set(schemes))
        if unknown:
            raise ValueError(
                f"there is no security scheme {unknown[0]!r}; there are {', '.join(schemes) or 'none'}"
            )
        self._named = {
            name: credential(schemes[name], secret) for name, secret in given.items()
        }
        self._signing = {name for name in given if schemes[name].kind == "sigv4"}
        self.may_block = self._single is not None or not all(
            isinstance(secret, str) for secret in given.values()
        )

    def authenticate(
        self, request: Request, security: Sequence[Sequence[str]] | None
    ) -> None:
        """Adds what the first alternative asks for that all credentials are there for; signatures come last.

        `security` is None when the document says nothing about it, empty when a call needs no credentials.
        """
        if self._single is not None and (security is None or any(security)):
            self._single.authenticate(request)
            return
        for alternative in security or ():
            if alternative and all(name in self._named for name in alternative):
                for name in sorted(alternative, key=self._signing.__contains__):
                    self._named[name].authenticate(request)
                return
