"""Random edits: an incremental build must write what a clean build writes."""
