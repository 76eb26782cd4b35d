"""A compiler for Amazon API Gateway."""
