"""Files for other programs, written once at the end of a build."""
