"""What pages show: an answer of plain values, then standard nodes."""
