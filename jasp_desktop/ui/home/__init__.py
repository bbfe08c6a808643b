"""Home: the next meeting, what changed, what is overdue, what is owed."""
