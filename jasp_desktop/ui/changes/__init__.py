"""What changed between two states of the register."""
