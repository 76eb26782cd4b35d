output "api_id" {
  description = "Id of the API."
  value       = aws_api_gateway_rest_api.this.id
}

output "execution_arn" {
  description = "What the ARN of every method starts with."
  value       = aws_api_gateway_rest_api.this.execution_arn
}

output "invoke_urls" {
  description = "Where each stage answers."

  value = {
    test = aws_api_gateway_stage.test.invoke_url
    prod = aws_api_gateway_stage.prod.invoke_url
  }
}

output "stage_arns" {
  description = "ARN of each stage."

  value = {
    test = aws_api_gateway_stage.test.arn
    prod = aws_api_gateway_stage.prod.arn
  }
}

output "deployment_id" {
  description = "Id of the latest deployment."
  value       = aws_api_gateway_deployment.this.id
}

output "log_groups" {
  description = "Log group of each stage's access log."

  value = {
    test = aws_cloudwatch_log_group.test.name
    prod = aws_cloudwatch_log_group.prod.name
  }
}

output "api_key_ids" {
  description = "Id of each API key."

  value = {
    app = aws_api_gateway_api_key.app.id
  }
}

output "usage_plan_ids" {
  description = "Id of each usage plan."

  value = {
    everybody = aws_api_gateway_usage_plan.everybody.id
  }
}

output "domain_target" {
  description = "What a DNS record of the domain points to."
  value       = aws_api_gateway_domain_name.this.regional_domain_name
}

output "domain_zone_id" {
  description = "Hosted zone of that target, for an alias."
  value       = aws_api_gateway_domain_name.this.regional_zone_id
}
