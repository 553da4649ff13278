"""What tools/measure counts and prints."""
