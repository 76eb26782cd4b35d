"""Documentation for those who call the API: one HTML page, Markdown, and llms.txt."""
