"""Proof of scrutiny: what the panel asked in a period, and what came of it."""
