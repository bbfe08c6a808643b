"""The content of a meeting brief laid out as PDF pages."""
