"""Files that come and go: letters, reports, registers in the open format."""
