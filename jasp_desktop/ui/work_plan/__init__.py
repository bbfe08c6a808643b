"""The work plan: what coming meetings are to take."""
