"""What pages show: an answer first (plain values), then standard docutils nodes."""
