"""What the clients of every language and the documentation share."""
