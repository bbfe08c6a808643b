"""The register by hand: every table, its records, and a form for each."""
