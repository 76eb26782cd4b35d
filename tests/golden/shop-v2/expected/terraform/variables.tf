variable "name" {
  type        = string
  description = "Name of the API."
  default     = "shop-v2"
  nullable    = false
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that can have some."
  default     = {}
  nullable    = false
}

variable "permissions_boundary_arn" {
  type        = string
  description = "ARN of the policy that bounds what the roles of this module may do."
  default     = null

  validation {
    condition     = var.permissions_boundary_arn == null || can(regex("^arn:[^:]+:iam:", var.permissions_boundary_arn))
    error_message = "An ARN of IAM."
  }
}

variable "fail_on_warnings" {
  type        = bool
  description = "Whether the import fails, changing nothing, when a part of the document would be left out."
  default     = true
  nullable    = false
}

variable "log_retention_days" {
  type        = number
  description = "How long logs are kept, in days, where specforge.yaml does not say."
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "One of the numbers of days that CloudWatch Logs knows, such as 30, 90 or 365."
  }
}

variable "log_kms_key_arn" {
  type        = string
  description = "ARN of the key of KMS that encrypts logs; without it CloudWatch uses its own."
  default     = null

  validation {
    condition     = var.log_kms_key_arn == null || can(regex("^arn:[^:]+:kms:", var.log_kms_key_arn))
    error_message = "An ARN of KMS."
  }
}

variable "create_account_role" {
  type        = bool
  description = "Whether to make the role by which API Gateway writes logs; one per account and Region."
  default     = false
  nullable    = false
}

variable "pinned_deployments" {
  type        = map(string)
  description = "Deployment that a stage shows instead of the latest one, by the stage's name: to roll back, or while a canary has the latest."
  default     = {}
  nullable    = false
}
