"""The archive in a web browser: Datasette over the database, with pages of our own before its tables."""
