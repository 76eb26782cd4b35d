resource "aws_api_gateway_stage" "prod" {
  # checkov:skip=CKV_AWS_73: specforge.yaml does not trace this stage
  # checkov:skip=CKV_AWS_120: specforge.yaml gives this stage no cache
  # checkov:skip=CKV2_AWS_51: specforge.yaml asks for no client certificate, for backends that check one
  # checkov:skip=CKV2_AWS_29: specforge.yaml names no web ACL for this stage
  # checkov:skip=CKV2_AWS_4: specforge.yaml asks for no execution log with detailed metrics on this stage
  rest_api_id          = aws_api_gateway_rest_api.this.id
  deployment_id        = lookup(var.pinned_deployments, var.stage_name, aws_api_gateway_deployment.this.id)
  stage_name           = var.stage_name
  xray_tracing_enabled = false
  tags                 = var.tags

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.prod.arn
    format          = local.access_log_format
  }

  depends_on = [aws_api_gateway_account.this]
}
