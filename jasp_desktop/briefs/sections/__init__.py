"""What a brief says, section by section, as blocks."""
