"""The screens. They know no SQL and no session."""
