"""The parts that every screen is made of: theme, type, icons, marks and controls."""
