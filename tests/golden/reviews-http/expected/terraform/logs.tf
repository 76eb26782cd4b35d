resource "aws_cloudwatch_log_group" "default" {
  # checkov:skip=CKV_AWS_158: CloudWatch has a key of its own, unless log_kms_key_arn names another
  # checkov:skip=CKV_AWS_338: log_retention_days says for how long; not all may keep addresses for a year
  name              = "/aws/apigateway/${aws_apigatewayv2_api.this.id}/${var.stage_name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn
  tags              = var.tags
}
