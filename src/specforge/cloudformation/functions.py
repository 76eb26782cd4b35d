"""Lambda functions in CloudFormation: what SAM and CloudFormation call by the same names, their roles and logs."""

from __future__ import annotations

from specforge.cloudformation.logs import RETENTION
from specforge.cloudformation.roles import assumed_by, statement
from specforge.cloudformation.template import Template
from specforge.infrastructure import PlannedFunction
from specforge.ir import Data

# What X-Ray is sent has no resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
_TRACES = ("xray:PutTelemetryRecords", "xray:PutTraceSegments")
_SKIPS = {
    "CKV_AWS_115": "The concurrency of the account is shared; reserve some where a function needs its own.",
    "CKV_AWS_116": "API Gateway waits for the answer; there is no call to keep for later.",
    "CKV_AWS_117": "The function reaches nothing in a VPC.",
    "CKV_AWS_272": "Who may change the code is a matter of the deployment's role.",
}


def function_skips(function: PlannedFunction) -> dict[str, str]:
    """Returns the checks of checkov that a function does not pass, with the reasons."""
    if not function.environment:
        return _SKIPS
    return {**_SKIPS, "CKV_AWS_173": "Lambda encrypts the environment with a key of its own."}


def add_function_logs(function: PlannedFunction, template: Template) -> None:
    """Adds the log group of a function, and the role that may write to it and do what the function is allowed."""
    logical_id = template.functions[function.name]
    skipped = {"CKV_AWS_158": "CloudWatch encrypts logs with a key of its own."}
    template.add(f"{logical_id}Log", "AWS::Logs::LogGroup", {"RetentionInDays": RETENTION}, skipped=skipped)
    if function.role is None:
        role: dict[str, Data] = {
            "AssumeRolePolicyDocument": assumed_by("lambda.amazonaws.com"),
            "Policies": [{"PolicyName": "calls", "PolicyDocument": _policy(function, template)}],
        }
        skipped = {"CKV_AWS_111": "Traces are no resource that a policy can name."} if function.tracing else {}
        template.add(f"{logical_id}Role", "AWS::IAM::Role", role, skipped=skipped)


def _policy(function: PlannedFunction, template: Template) -> Data:
    group: Data = {"Fn::GetAtt": [f"{template.functions[function.name]}Log", "Arn"]}
    statements: list[Data] = [
        {"Effect": "Allow", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": [group]},
        *(statement(grant, template) for grant in function.grants),
    ]
    if function.tracing:
        statements.append({"Effect": "Allow", "Action": list(_TRACES), "Resource": "*"})
    return {"Version": "2012-10-17", "Statement": statements}


def function_properties(function: PlannedFunction, template: Template) -> dict[str, Data]:
    """Returns the properties of a function but for its code and its tracing."""
    environment = template.texts(function.environment)
    logical_id = template.functions[function.name]
    return {
        "FunctionName": function.function_name,
        "Handler": function.handler,
        "Runtime": function.runtime,
        "Architectures": [function.architecture] if function.architecture is not None else None,
        "Timeout": function.timeout_s,
        "MemorySize": function.memory_mb,
        "Environment": {"Variables": environment} if environment is not None else None,
        "Role": template.text(function.role) or {"Fn::GetAtt": [f"{logical_id}Role", "Arn"]},
        "LoggingConfig": {"LogGroup": {"Ref": f"{logical_id}Log"}},
    }
