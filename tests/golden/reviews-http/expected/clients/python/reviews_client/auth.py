"""Credentials: what is added to a request before it is sent. A scheme of your own is any object like `Auth`."""

from __future__ import annotations

from ._runtime import (
    ApiKey,
    Auth,
    BasicAuth,
    BearerToken,
    CookieAuth,
    HeaderAuth,
    QueryAuth,
    Secret,
)
from ._runtime.cognito import CognitoTokens, SignInFailedError
from ._runtime.sigv4 import (
    AwsCredentials,
    CredentialProvider,
    SigV4,
    botocore_credentials,
    environment_credentials,
)

__all__ = [
    "ApiKey",
    "Auth",
    "AwsCredentials",
    "BasicAuth",
    "BearerToken",
    "CognitoTokens",
    "CookieAuth",
    "CredentialProvider",
    "HeaderAuth",
    "QueryAuth",
    "Secret",
    "SigV4",
    "SignInFailedError",
    "botocore_credentials",
    "environment_credentials",
]
