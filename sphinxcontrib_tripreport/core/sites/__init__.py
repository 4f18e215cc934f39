"""Other sites with this extension: their ``talks.json`` becomes records, read without trust."""
