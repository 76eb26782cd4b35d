"""Access logs in CloudFormation, and the role by which API Gateway writes to CloudWatch."""

from __future__ import annotations

from specforge.infrastructure import PlannedStage, pascal_case
from specforge.ir import Data
from specforge.targets.sam.template import Template

ACCOUNT_READY = "AccountRoleReady"
_ACCOUNT = "ApiGatewayAccount"
ACCOUNT_CONDITION = "MakesAccountRole"


def add_logs(template: Template) -> None:
    """Adds the log groups, and the account's role where a REST API writes logs."""
    for stage in template.plan.stages:
        if stage.access_log is not None and not stage.access_log.to_firehose:
            name = pascal_case(stage.name)
            properties: dict[str, Data] = {
                "LogGroupName": stage.access_log.name or {"Fn::Sub": "/aws/apigateway/${AWS::StackName}/" + name},
                "RetentionInDays": {"Ref": "LogRetentionDays"},
            }
            template.add(_log_group(stage, template), "AWS::Logs::LogGroup", properties)
    if template.plan.is_rest and template.plan.writes_logs:
        _add_account(template)


def access_log(stage: PlannedStage, template: Template) -> Data:
    """Returns the setting of a stage that turns its access log on."""
    log = stage.access_log
    if log is None:
        return None
    return {"DestinationArn": _destination(stage, template), "Format": log.format}


def _log_group(stage: PlannedStage, template: Template) -> str:
    return template.stages[stage.name] + "AccessLog"


def _destination(stage: PlannedStage, template: Template) -> Data:
    """Returns the ARN; that of a log group without the `:*` that GetAtt has at its end."""
    log = stage.access_log
    if log is None or not log.to_firehose:
        group = "${" + _log_group(stage, template) + "}"
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
        "AssumeRolePolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"}, "Action": "sts:AssumeRole"}
            ],
        },
        "ManagedPolicyArns": [{"Fn::Sub": policy}],
    }
    template.add("ApiGatewayLogsRole", "AWS::IAM::Role", role, condition=ACCOUNT_CONDITION)
    account: dict[str, Data] = {"CloudWatchRoleArn": {"Fn::GetAtt": ["ApiGatewayLogsRole", "Arn"]}}
    template.add(_ACCOUNT, "AWS::ApiGateway::Account", account, condition=ACCOUNT_CONDITION)
    template.speller.conditions[ACCOUNT_CONDITION] = {"Fn::Equals": [{"Ref": "CreateAccountRole"}, "true"]}
    # DependsOn may not name a resource that a condition leaves out; this handle is always there and waits for it.
    made: Data = {"Fn::If": [ACCOUNT_CONDITION, {"Ref": _ACCOUNT}, {"Ref": "AWS::NoValue"}]}
    template.add(ACCOUNT_READY, "AWS::CloudFormation::WaitConditionHandle", {}, metadata={"Account": made})
