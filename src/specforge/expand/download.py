"""The short form `download`: the caller is sent on to S3 by a signed address, past the payload limits.

Source: the user guide of S3, "Download and upload objects with presigned URLs".
"""

from __future__ import annotations

from msgspec.structs import replace

from specforge.config.shape import flag, table
from specforge.diagnostics import Report
from specforge.expand.answers import refusing
from specforge.expand.form import Call, Expanded, Form
from specforge.expand.lambda_function import invoke_uri, lambda_proxy
from specforge.expand.responses import declaring
from specforge.expand.signing import BUCKET, EXPIRES, KEY, bucket_need, life, read_stored, signer, signer_arn
from specforge.ir import Data, Response

OPTIONS = table(
    "A download from S3 by a signed address.",
    {
        "bucket": BUCKET,
        "key": KEY,
        "expires": EXPIRES,
        "attachment": flag("Whether browsers save the object instead of showing it."),
    },
    "bucket",
    "key",
)
FOUND = "302"


def expand(call: Call, report: Report) -> Expanded | None:
    """Returns the integration with the signing function, the operation with its redirect said, and what it needs."""
    operation, options = call.operation, call.options
    if operation.method != "GET":
        message = f"download stands in {operation}; it must stand in a GET"
        report.add("misplaced-short-form", call.origin, message, on_key=True)
        return None
    stored = read_stored(call, report)
    if stored is None:
        return None
    attachment = "true" if options.flag("attachment") is True else ""
    function = signer(call, "sign_download", stored, grant="s3:GetObject", environment={"ATTACHMENT": attachment})
    arn = signer_arn(function)
    made = Response(status=FOUND, description="Where the object is, for a while.", origin=options)
    known = operation.responses
    responses = known if any(one.status in (FOUND, "3XX", "default") for one in known) else (*known, made)
    mark: dict[str, Data] = {"expires": life(call)}
    changed = replace(
        operation,
        integration=lambda_proxy(call, arn, invoke_uri(arn)),
        description=operation.description or f"The answer leads to the object, for {life(call)} seconds.",
        responses=tuple(declaring(one, ["Location"], options) if one.status == FOUND else one for one in responses),
        extra={**operation.extra, "x-specforge-download": mark},
    )
    # Past a redirect a browser asks with the origin `null`, whatever the page's is: the Fetch standard, "HTTP-redirect
    # fetch". So any origin may read what a signature opens.
    bucket = bucket_need(call, stored, "GET", "HEAD", origins=("*",))
    return Expanded(refusing(changed, options), (*bucket, function))


FORM = Form(
    name="download",
    summary="Sends the caller on to an object in S3.",
    options=OPTIONS,
    expand=expand,
)
