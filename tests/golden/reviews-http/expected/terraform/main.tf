locals {
  body = templatefile("${path.module}/openapi.json.tftpl", {
    name = var.name
  })

  access_log_format = jsonencode({
    requestId          = "$context.requestId"
    ip                 = "$context.identity.sourceIp"
    requestTime        = "$context.requestTime"
    httpMethod         = "$context.httpMethod"
    routeKey           = "$context.routeKey"
    protocol           = "$context.protocol"
    status             = "$context.status"
    responseLength     = "$context.responseLength"
    responseLatency    = "$context.responseLatency"
    integrationLatency = "$context.integrationLatency"
    error              = "$context.error.message"
    integrationError   = "$context.integrationErrorMessage"
  })
}

resource "aws_apigatewayv2_api" "this" {
  name             = var.name
  version          = "1"
  protocol_type    = "HTTP"
  body             = local.body
  fail_on_warnings = var.fail_on_warnings
  tags             = var.tags

  cors_configuration {
    allow_origins = ["https://shop.example.com"]
    allow_methods = ["GET"]
  }
}
