"""A meeting while it is held, and what is left to do when it is over."""
