"""What the panel works with, and the rules of its field. Knows no screen, file or database."""
