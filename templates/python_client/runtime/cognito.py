"""Tokens of an Amazon Cognito user pool: asked for once, kept, and refreshed before they expire.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
"""

from __future__ import annotations

import json
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from hmac import digest
from threading import Lock
from typing import Any, Literal

from .errors import ClientError
from .http_transport import HttpTransport
from .messages import Request
from .transport import Transport

MARGIN_S = 60
"""How many seconds before its end a token is not used any more."""


class SignInFailedError(ClientError):
    """The user pool refused; `kind` is its word for why, such as NotAuthorizedException."""

    def __init__(self, kind: str, message: str) -> None:
        self.kind = kind
        super().__init__(f"{kind}: {message}")


class CognitoTokens:
    """A provider of tokens: give it as the secret of the scheme that Cognito guards.

    Signs in with a refresh token, or with user and password (the app client has to allow `USER_PASSWORD_AUTH`).
    `use` says whether the API wants the ID token (without scopes) or the access token (with scopes).
    """

    def __init__(
        self,
        client_id: str,
        *,
        region: str,
        refresh_token: str | None = None,
        username: str | None = None,
        password: str | None = None,
        client_secret: str | None = None,
        use: Literal["id", "access"] = "id",
        endpoint: str | None = None,
        transport: Transport | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        if refresh_token is None and (username is None or password is None):
            raise ValueError("a refresh token is needed, or user and password")
        self._client_id = client_id
        self._client_secret = client_secret
        self._refresh_token = refresh_token
        self._username = username
        self._password = password
        self._use = use
        self._endpoint = endpoint or f"https://cognito-idp.{region}.amazonaws.com/"
        self._transport: Transport = transport or HttpTransport(idle_connections=0)
        self._now = now
        self._lock = Lock()
        self._token = ""
        self._end = 0.0

    def __call__(self) -> str:
        """Returns a token that is valid for a while; safe between threads."""
        with self._lock:
            if self._now() >= self._end - MARGIN_S:
                self._sign_in()
            return self._token

    def _sign_in(self) -> None:
        asked_at = self._now()
        result = self._ask()
        self._token = result["IdToken" if self._use == "id" else "AccessToken"]
        self._end = asked_at + float(result.get("ExpiresIn", 3600))
        self._refresh_token = result.get("RefreshToken", self._refresh_token)

    def _ask(self) -> Mapping[str, Any]:
        if self._refresh_token is not None:
            try:
                return self._initiate(
                    "REFRESH_TOKEN_AUTH", {"REFRESH_TOKEN": self._refresh_token}
                )
            except SignInFailedError:
                if self._password is None:
                    raise
        return self._initiate(
            "USER_PASSWORD_AUTH",
            {"USERNAME": self._username or "", "PASSWORD": self._password or ""},
        )

    def _initiate(self, flow: str, parameters: dict[str, str]) -> Mapping[str, Any]:
        if self._client_secret is not None:
            parameters["SECRET_HASH"] = self._secret_hash(self._client_secret)
        asked = {
            "AuthFlow": flow,
            "ClientId": self._client_id,
            "AuthParameters": parameters,
        }
        headers = {
            "Content-Type": "application/x-amz-json-1.1",
            "X-Amz-Target": "AWSCognitoIdentityProviderService.InitiateAuth",
        }
        request = Request("POST", self._endpoint, headers, json.dumps(asked).encode())
        response = self._transport.send(request, 30.0)
        answer: dict[str, Any] = response.json()
        if response.status >= 400:
            kind = str(answer.get("__type", "Error")).rpartition("#")[2]
            raise SignInFailedError(kind, str(answer.get("message", "")))
        result: Mapping[str, Any] | None = answer.get("AuthenticationResult")
        if result is None:
            raise SignInFailedError(
                str(answer.get("ChallengeName")),
                "the user pool asks for more than a password",
            )
        return result

    def _secret_hash(self, secret: str) -> str:
        """Returns what an app client with a secret has to send; with a refresh token the user's name may be its sub."""
        text = f"{self._username or ''}{self._client_id}"
        return b64encode(digest(secret.encode(), text.encode(), "sha256")).decode()
