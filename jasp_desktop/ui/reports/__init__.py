"""The reports: as a list, and one by one."""
