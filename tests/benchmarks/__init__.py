"""What a build costs with the extension: `python -m tests.benchmarks --help`."""
