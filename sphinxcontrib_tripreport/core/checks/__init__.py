"""What in the data of a project seems to be wrong or is missing, one module a check."""
