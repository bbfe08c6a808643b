"""Help: the keys, the marks, where the files are."""
