"""Grades across inspections."""
