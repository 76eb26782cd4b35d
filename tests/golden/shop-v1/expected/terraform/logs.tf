resource "aws_cloudwatch_log_group" "test" {
  # checkov:skip=CKV_AWS_158: CloudWatch has a key of its own, unless log_kms_key_arn names another
  # checkov:skip=CKV_AWS_338: log_retention_days says for how long; not all may keep addresses for a year
  name              = "/aws/apigateway/${aws_api_gateway_rest_api.this.id}/test"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn
  tags              = var.tags
}

resource "aws_cloudwatch_log_group" "prod" {
  # checkov:skip=CKV_AWS_158: CloudWatch has a key of its own, unless log_kms_key_arn names another
  # checkov:skip=CKV_AWS_338: log_retention_days says for how long; not all may keep addresses for a year
  name              = "/aws/apigateway/${aws_api_gateway_rest_api.this.id}/prod"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn
  tags              = var.tags
}

# API Gateway has one role for logs per account and Region; one module may make it.
resource "aws_iam_role" "api_gateway_logs" {
  count = var.create_account_role ? 1 : 0

  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "apigateway.amazonaws.com" }
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "api_gateway_logs" {
  count = var.create_account_role ? 1 : 0

  role       = aws_iam_role.api_gateway_logs[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

resource "aws_api_gateway_account" "this" {
  count = var.create_account_role ? 1 : 0

  cloudwatch_role_arn = aws_iam_role.api_gateway_logs[0].arn

  depends_on = [aws_iam_role_policy_attachment.api_gateway_logs]
}
