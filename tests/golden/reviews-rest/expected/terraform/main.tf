data "aws_partition" "current" {}

locals {
  body = file("${path.module}/openapi.json")
}

resource "aws_api_gateway_rest_api" "this" {
  name             = var.name
  body             = local.body
  fail_on_warnings = var.fail_on_warnings
  tags             = var.tags

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  lifecycle {
    create_before_destroy = true
  }
}

# A deployment is a snapshot; a changed document makes another, to which all stages move.
resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id

  triggers = {
    redeployment = sha256(jsonencode([local.body]))
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "prod" {
  rest_api_id          = aws_api_gateway_rest_api.this.id
  deployment_id        = aws_api_gateway_deployment.this.id
  stage_name           = var.stage_name
  xray_tracing_enabled = false
  tags                 = var.tags
  depends_on           = [aws_api_gateway_account.this]

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.prod.arn
    format          = "{\"requestId\": \"$context.requestId\", \"extendedRequestId\": \"$context.extendedRequestId\", \"ip\": \"$context.identity.sourceIp\", \"caller\": \"$context.identity.caller\", \"user\": \"$context.identity.user\", \"requestTime\": \"$context.requestTime\", \"httpMethod\": \"$context.httpMethod\", \"resourcePath\": \"$context.resourcePath\", \"protocol\": \"$context.protocol\", \"status\": \"$context.status\", \"responseLength\": \"$context.responseLength\", \"responseLatency\": \"$context.responseLatency\", \"integrationLatency\": \"$context.integration.latency\", \"error\": \"$context.error.message\"}"
  }
}

resource "aws_cloudwatch_log_group" "prod" {
  name              = "/aws/apigateway/${aws_api_gateway_rest_api.this.id}/prod"
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

# API Gateway has one role for logs per account and Region; one module may make it.
resource "aws_iam_role" "api_gateway_logs" {
  count = var.create_account_role ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"

    Statement = [{
      Effect = "Allow"

      Principal = {
        Service = "apigateway.amazonaws.com"
      }

      Action = "sts:AssumeRole"
    }]
  })

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "api_gateway_logs" {
  count      = var.create_account_role ? 1 : 0
  role       = aws_iam_role.api_gateway_logs[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

resource "aws_api_gateway_account" "this" {
  count               = var.create_account_role ? 1 : 0
  cloudwatch_role_arn = aws_iam_role.api_gateway_logs[0].arn
  depends_on          = [aws_iam_role_policy_attachment.api_gateway_logs]
}

resource "aws_lambda_permission" "reviews" {
  action        = "lambda:InvokeFunction"
  function_name = "arn:aws:lambda:eu-west-1:123456789012:function:reviews"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/*/GET/reviews/*"
}
