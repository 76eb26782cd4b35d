locals {
  body = file("${path.module}/openapi.json")
}

resource "aws_apigatewayv2_api" "this" {
  name             = var.name
  protocol_type    = "HTTP"
  body             = local.body
  fail_on_warnings = var.fail_on_warnings
  tags             = var.tags
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = var.stage_name
  auto_deploy = true
  tags        = var.tags

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.default.arn
    format          = "{\"requestId\": \"$context.requestId\", \"ip\": \"$context.identity.sourceIp\", \"requestTime\": \"$context.requestTime\", \"httpMethod\": \"$context.httpMethod\", \"routeKey\": \"$context.routeKey\", \"protocol\": \"$context.protocol\", \"status\": \"$context.status\", \"responseLength\": \"$context.responseLength\", \"responseLatency\": \"$context.responseLatency\", \"integrationLatency\": \"$context.integrationLatency\", \"error\": \"$context.error.message\", \"integrationError\": \"$context.integrationErrorMessage\"}"
  }
}

resource "aws_cloudwatch_log_group" "default" {
  name              = "/aws/apigateway/${aws_apigatewayv2_api.this.id}/default"
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

resource "aws_lambda_permission" "reviews" {
  action        = "lambda:InvokeFunction"
  function_name = "arn:aws:lambda:eu-west-1:123456789012:function:reviews"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.this.execution_arn}/*/GET/reviews"
}
