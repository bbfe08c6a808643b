"""Meetings: the list, planning one, and one with its agenda."""
