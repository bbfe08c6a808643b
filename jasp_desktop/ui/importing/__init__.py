"""Bringing a file in: read it, check what it proposes, accept."""
