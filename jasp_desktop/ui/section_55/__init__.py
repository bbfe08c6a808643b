"""The section 55 board."""
