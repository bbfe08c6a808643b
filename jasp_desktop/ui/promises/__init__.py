"""The promises: actions by how far their targets slipped, and their owners."""
