"""Measures the program against floors and peers in the same run (DESIGN.md, section 7)."""
