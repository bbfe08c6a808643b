"""The steps of importing a force's tracker, from its sheet to what it would do."""
