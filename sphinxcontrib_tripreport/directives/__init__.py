"""What authors write: each directive reads its options, notes a record, leaves placeholders."""
