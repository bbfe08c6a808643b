"""The force’s trackers, which arrive as spreadsheets: sheets read, columns proposed, rows read."""
