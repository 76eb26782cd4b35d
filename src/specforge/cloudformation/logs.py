"""Logs in CloudFormation, and the role by which API Gateway writes to CloudWatch."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.cloudformation.roles import assumed_by
from specforge.cloudformation.template import API, Template
from specforge.infrastructure import PlannedStage, pascal_case
from specforge.ir import Data

ACCOUNT_READY = "AccountRoleReady"
_ACCOUNT = "ApiGatewayAccount"
ACCOUNT_CONDITION = "MakesAccountRole"
RETENTION: Data = {"Ref": "LogRetentionDays"}
_NO_KEY = {"CKV_AWS_158": "CloudWatch encrypts logs with a key of its own; logs.key names another one."}


def add_logs(template: Template) -> None:
    """Adds the log groups, and the account's role where a REST API writes logs."""
    for stage in template.plan.stages:
        for logical_id, name in _groups(stage, template):
            _add_log_group(logical_id, name, stage, template)
    if template.plan.is_rest and template.plan.writes_logs:
        _add_account(template)


def _groups(stage: PlannedStage, template: Template) -> Iterator[tuple[str, Data]]:
    """Yields logical ids and names of a stage's log groups; a canary has groups of its own.

    API Gateway would make those of execution logs itself, and keep the logs for ever.
    Source: the developer guide, "Set up an API Gateway canary release deployment".
    """
    groups: list[tuple[str, str, bool]] = []
    if stage.access_log is not None and stage.writes_access_log:
        own = "/aws/apigateway/${AWS::StackName}/" + pascal_case(stage.name)
        groups.append((access_log_group(stage, template), stage.access_log.name or own, stage.access_log.name is None))
    if template.plan.is_rest and stage.writes_execution_log:
        name = "${StageName}" if stage.is_default else stage.name
        groups.append((execution_log(stage, template), f"API-Gateway-Execution-Logs_${{{API}}}/{name}", True))
    for suffix, ending in (("", ""), ("Canary", "/Canary"))[: 1 if stage.canary is None else 2]:
        for logical_id, name, is_sub in groups:
            yield logical_id + suffix, {"Fn::Sub": name + ending} if is_sub else name + ending


def _add_log_group(logical_id: str, name: Data, stage: PlannedStage, template: Template) -> None:
    properties: dict[str, Data] = {
        "LogGroupName": name,
        "RetentionInDays": stage.log_retention_days if stage.log_retention_days is not None else RETENTION,
        "KmsKeyId": template.text(stage.log_key),
    }
    skipped = _NO_KEY if stage.log_key is None else {}
    template.add(logical_id, "AWS::Logs::LogGroup", properties, skipped=skipped)


def access_log(stage: PlannedStage, template: Template) -> Data:
    """Returns the setting of a stage that turns its access log on."""
    log = stage.access_log
    if log is None:
        return None
    return {"DestinationArn": _destination(stage, template), "Format": log.format}


def access_log_group(stage: PlannedStage, template: Template) -> str:
    """Returns the logical id of the log group for the access log of a stage."""
    return template.stages[stage.name] + "AccessLog"


def execution_log(stage: PlannedStage, template: Template) -> str:
    """Returns the logical id of the log group for the execution log of a stage."""
    return template.stages[stage.name] + "ExecutionLog"


def stage_waits_for(template: Template) -> tuple[str, ...]:
    """Returns what has to be there before a stage writes logs."""
    return (ACCOUNT_READY,) if template.plan.is_rest and template.plan.writes_logs else ()


def _destination(stage: PlannedStage, template: Template) -> Data:
    """Returns the ARN; that of a log group without the `:*` that GetAtt has at its end."""
    log = stage.access_log
    if log is None or not log.to_firehose:
        group = "${" + access_log_group(stage, template) + "}"
        return {"Fn::Sub": f"arn:${{AWS::Partition}}:logs:${{AWS::Region}}:${{AWS::AccountId}}:log-group:{group}"}
    if log.name is None:
        return {"Ref": firehose_parameter(stage, template)}
    account = "${AWS::Region}:${AWS::AccountId}"
    return {"Fn::Sub": f"arn:${{AWS::Partition}}:firehose:{account}:deliverystream/{log.name.replace('${', '${!')}"}


def firehose_parameter(stage: PlannedStage, template: Template) -> str:
    """Returns the name of the parameter for a stream that the configuration does not name."""
    return template.stages[stage.name] + "AccessLogStreamArn"


def _add_account(template: Template) -> None:
    policy = "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
    role: dict[str, Data] = {
        "AssumeRolePolicyDocument": assumed_by("apigateway.amazonaws.com"),
        "ManagedPolicyArns": [{"Fn::Sub": policy}],
    }
    template.add("ApiGatewayLogsRole", "AWS::IAM::Role", role, condition=ACCOUNT_CONDITION)
    account: dict[str, Data] = {"CloudWatchRoleArn": {"Fn::GetAtt": ["ApiGatewayLogsRole", "Arn"]}}
    template.add(_ACCOUNT, "AWS::ApiGateway::Account", account, condition=ACCOUNT_CONDITION)
    template.speller.conditions[ACCOUNT_CONDITION] = {"Fn::Equals": [{"Ref": "CreateAccountRole"}, "true"]}
    # DependsOn may not name a resource that a condition leaves out; this handle is always there and waits for it.
    made: Data = {"Fn::If": [ACCOUNT_CONDITION, {"Ref": _ACCOUNT}, {"Ref": "AWS::NoValue"}]}
    template.add(ACCOUNT_READY, "AWS::CloudFormation::WaitConditionHandle", {}, metadata={"Account": made})
