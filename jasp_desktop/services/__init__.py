"""One function or small class per use case: its transaction and what it changed."""
