resource "aws_api_gateway_domain_name" "this" {
  domain_name              = "api.shop.example.com"
  regional_certificate_arn = var.shop_certificate_arn
  security_policy          = "TLS_1_2"
  tags                     = var.tags

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_base_path_mapping" "this" {
  api_id      = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.prod.stage_name
  domain_name = aws_api_gateway_domain_name.this.domain_name
  base_path   = "v1"
}

resource "aws_route53_record" "this" {
  for_each = toset(["A"])

  zone_id = var.shop_zone_id
  name    = "api.shop.example.com"
  type    = each.value

  alias {
    name                   = aws_api_gateway_domain_name.this.regional_domain_name
    zone_id                = aws_api_gateway_domain_name.this.regional_zone_id
    evaluate_target_health = false
  }
}
