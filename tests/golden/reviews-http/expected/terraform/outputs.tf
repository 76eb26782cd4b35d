output "api_id" {
  description = "Id of the API."
  value       = aws_apigatewayv2_api.this.id
}

output "execution_arn" {
  description = "What the ARN of every method starts with."
  value       = aws_apigatewayv2_api.this.execution_arn
}

output "invoke_urls" {
  description = "Where each stage answers."

  value = {
    "$default" = aws_apigatewayv2_stage.default.invoke_url
  }
}

output "stage_arns" {
  description = "ARN of each stage."

  value = {
    "$default" = aws_apigatewayv2_stage.default.arn
  }
}

output "log_groups" {
  description = "Log group of each stage's access log."

  value = {
    "$default" = aws_cloudwatch_log_group.default.name
  }
}
