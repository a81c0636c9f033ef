"""The search popup: field, rows, preview and where it is placed."""
