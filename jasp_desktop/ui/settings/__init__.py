"""Settings: how to read, whose register this is, where the files are."""
