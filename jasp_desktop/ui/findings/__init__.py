"""Findings: the table of them, and one as a chain."""
