variable "name" {
  type        = string
  description = "Name of the API."
  default     = "reviews"
  nullable    = false
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that can have some."
  default     = {}
  nullable    = false
}

variable "fail_on_warnings" {
  type        = bool
  description = "Whether the import fails, changing nothing, when a part of the document would be left out."
  default     = true
  nullable    = false
}

variable "stage_name" {
  type        = string
  description = "Name of the stage."
  default     = "$default"
  nullable    = false
}

variable "log_retention_days" {
  type        = number
  description = "How long access logs are kept, in days."
  default     = 30
  nullable    = false
}
