"""The SQLite files: tables, sessions, queries, migrations, backups. Records in, records out."""
