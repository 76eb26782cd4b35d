"""Names of the errors by status."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[int, str] = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    402: "PaymentRequiredError",
    403: "ForbiddenError",
    404: "NotFoundError",
    405: "MethodNotAllowedError",
    406: "NotAcceptableError",
    408: "ServerTimeoutError",
    409: "ConflictError",
    410: "GoneError",
    411: "LengthRequiredError",
    412: "PreconditionFailedError",
    413: "PayloadTooLargeError",
    414: "UriTooLongError",
    415: "UnsupportedMediaTypeError",
    416: "RangeNotSatisfiableError",
    417: "ExpectationFailedError",
    418: "TeapotError",
    422: "UnprocessableEntityError",
    423: "LockedError",
    424: "FailedDependencyError",
    426: "UpgradeRequiredError",
    428: "PreconditionRequiredError",
    429: "TooManyRequestsError",
    431: "HeadersTooLargeError",
    451: "UnavailableForLegalReasonsError",
    500: "InternalServerError",
    501: "NotImplementedStatusError",
    502: "BadGatewayError",
    503: "ServiceUnavailableError",
    504: "GatewayTimeoutError",
}
# What API Gateway itself answers, documented or not.
GATEWAY = (400, 401, 403, 404, 413, 415, 429, 500, 502, 503, 504)


def error_class(status: str) -> str | None:
    """Returns the exception of a documented error status; None for a success or a range.

    >>> error_class("404"), error_class("499"), error_class("200"), error_class("4XX")
    ('NotFoundError', 'Status499Error', None, None)
    """
    if len(status) != 3 or not (status.isascii() and status.isdigit()) or not 400 <= int(status) <= 599:
        return None
    return NAMES.get(int(status), f"Status{int(status)}Error")
