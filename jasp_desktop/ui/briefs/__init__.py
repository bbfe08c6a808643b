"""The brief of a meeting: its real pages, to keep and to print."""
