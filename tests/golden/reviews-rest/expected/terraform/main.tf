data "aws_partition" "current" {}

locals {
  body = file("${path.module}/openapi.json")

  access_log_format = jsonencode({
    requestId          = "$context.requestId"
    extendedRequestId  = "$context.extendedRequestId"
    ip                 = "$context.identity.sourceIp"
    caller             = "$context.identity.caller"
    user               = "$context.identity.user"
    requestTime        = "$context.requestTime"
    httpMethod         = "$context.httpMethod"
    resourcePath       = "$context.resourcePath"
    protocol           = "$context.protocol"
    status             = "$context.status"
    responseLength     = "$context.responseLength"
    responseLatency    = "$context.responseLatency"
    integrationLatency = "$context.integration.latency"
    error              = "$context.error.message"
  })
}

# The mode is overwrite, so that what has left the document leaves the API too.
resource "aws_api_gateway_rest_api" "this" {
  name                         = var.name
  body                         = local.body
  put_rest_api_mode            = "overwrite"
  fail_on_warnings             = var.fail_on_warnings
  api_key_source               = "HEADER"
  minimum_compression_size     = -1
  disable_execute_api_endpoint = false
  tags                         = var.tags

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
    redeployment = sha256(local.body)
  }

  lifecycle {
    create_before_destroy = true
  }
}
