"""What the short forms `upload` and `download` share: the bucket, the key, and the function that signs.

Source: the user guide of S3, "Object key naming guidelines"; a signature lives seven days at most: "Authenticating
requests: using query parameters".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from specforge.config.shape import Shape, integer, value
from specforge.diagnostics import Report
from specforge.expand.form import Call
from specforge.expand.lambda_function import ACCOUNT, PARTITION, REGION
from specforge.expand.options import INVALID
from specforge.ir import (
    BucketCors,
    CodeFile,
    CorsPolicy,
    Deferred,
    Grant,
    Kind,
    NeededBucket,
    NeededFunction,
    Text,
    need_text,
)
from specforge.render import resource

LONGEST_LIFE_S = 604_800
BUCKET = value(
    "The bucket: a word of small letters, digits and hyphens for one that the deployment creates and names after it; "
    "the ARN of one that is there; or an expression, which is an ARN where its name ends in arn, else a name."
)
KEY = Shape(
    "text",
    "The key of the object. `{name}` stands for the path parameter of that name.",
    pattern=r"(?!.*(?:\.\.|//))[A-Za-z0-9_{][A-Za-z0-9_.=/{}-]{0,511}",
    form="a path of letters, digits and ._=-/ without .. and //, which may hold {parameters}",
)
EXPIRES = integer("For how many seconds the signature is good; without it 300.", 1)._replace(maximum=LONGEST_LIFE_S)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{1,35}[a-z0-9]")
_ARN = re.compile(r"arn:[a-z-]+:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_DEFAULT_LIFE_S = 300


class Stored(NamedTuple):
    """Where an object lies: the bucket as the function is told it, its ARN, the bucket to create, and the key."""

    bucket: Text
    arn: Text
    created: str | None
    key: str

    @property
    def objects(self) -> Text:
        """Returns the ARN of all objects that the key can mean."""
        return self.arn + "/" + _VARIABLE.sub("*", self.key)


def read_stored(call: Call, report: Report, *own_variables: str) -> Stored | None:
    """Returns where the objects of a call lie; None when the options do not tell, which is reported."""
    bucket, key = call.options.text("bucket"), call.options.string("key")
    if key is None or not _knows_variables(call, key, own_variables, report):
        return None
    literal = bucket.literal if bucket is not None else None
    if bucket is None or not (literal is None or _NAME.fullmatch(literal) or _ARN.fullmatch(literal)):
        message = (
            f"bucket is {bucket if bucket is not None else 'empty'}; it must be 3 to 37 small letters, digits and "
            "hyphens, or the ARN of a bucket"
        )
        report.add(INVALID, call.options.at("bucket"), message)
        return None
    if literal is not None and _NAME.fullmatch(literal):
        name = need_text(literal, "name", literal)
        return Stored(name, need_text(literal, "arn", "arn:${AWS::Partition}:s3:::" + literal), literal, key)
    if bucket.prefix.startswith("arn:") or _is_arn(bucket):
        return Stored(bucket, bucket, None, key)
    return Stored(bucket, Text(("arn:", PARTITION, ":s3:::")) + bucket, None, key)


def _is_arn(bucket: Text) -> bool:
    last = bucket.parts[-1] if bucket.parts else ""
    return isinstance(last, Deferred) and len(bucket.parts) == 1 and last.name.lower().endswith("arn")


def _knows_variables(call: Call, key: str, own: tuple[str, ...], report: Report) -> bool:
    known = {parameter.name.rstrip("+") for parameter in call.operation.parameters_in("path")}
    place = call.options.at("key")
    if key.count("{") != len(_VARIABLE.findall(key)) or key.count("}") != key.count("{"):
        report.add(INVALID, place, f"key is {key}; every brace in it must be of a {{parameter}}")
        return False
    for name in _VARIABLE.findall(key):
        if name not in {*known, *own}:
            message = f"key holds {{{name}}}, which is no parameter of the path {call.operation.path}"
            report.add(INVALID, place, message)
            return False
    return True


def signer(call: Call, module: str, stored: Stored, *, grant: str, environment: dict[str, str]) -> NeededFunction:
    """Returns the function that signs; `module` is its source, `grant` what its role may do with the objects."""
    files = tuple(
        CodeFile(path=f"{name}.py", content=resource("expand", f"functions/{name}.py")) for name in (module, "signing")
    )
    texts = {
        "KEY": stored.key,
        "EXPIRES": str(life(call)),
        **environment,
        **(_cors(cors_policy(call)) if call.is_rest else {}),
    }
    return NeededFunction(
        name=f"{call.label}Signer",
        files=files,
        handler=f"{module}.handler",
        environment={"BUCKET": stored.bucket, **{name: Text((text,)) for name, text in texts.items() if text}},
        grants=(Grant(actions=(grant,), resources=(stored.objects,)),),
        origin=call.origin,
    )


def signer_arn(function: NeededFunction) -> Text:
    """Returns the reference to the signing function; where nothing plans it, its ARN by its name."""
    arn = f"arn:{PARTITION}:lambda:{REGION}:{ACCOUNT}:function:{function.name}"
    return need_text(function.name, "arn", arn)


def bucket_need(call: Call, stored: Stored, *methods: str, origins: tuple[str, ...]) -> tuple[NeededBucket, ...]:
    """Returns the bucket to create, open to the pages that `cors:` lets in; none for a bucket that is there."""
    policy = cors_policy(call)
    if stored.created is None:
        return ()
    rules: tuple[BucketCors, ...] = ()
    if policy is not None:
        rules = (BucketCors(origins=origins or policy.origins, methods=methods, max_age_s=policy.max_age_s),)
    return (NeededBucket(name=stored.created, cors=rules, origin=call.origin),)


def life(call: Call) -> int:
    """Returns for how many seconds a signature is good."""
    found = call.options.integer("expires")
    return found if isinstance(found, int) else _DEFAULT_LIFE_S


def cors_policy(call: Call) -> CorsPolicy | None:
    """Returns who may call from other origins; None when nobody may."""
    policy = call.api.deployment.cors if call.api.deployment is not None else None
    return policy if policy is not None and policy.origins and call.api.kind is not Kind.PLAIN else None


def _cors(policy: CorsPolicy | None) -> dict[str, str]:
    """Returns how the function is told about CORS: behind a REST API the headers are its own business."""
    if policy is None:
        return {}
    return {"CORS_ORIGINS": " ".join(policy.origins), "CORS_CREDENTIALS": "true" if policy.credentials else ""}
