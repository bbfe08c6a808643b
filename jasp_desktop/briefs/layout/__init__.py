"""Blocks turned into strips, and strips into pages."""
