"""Guides, checklists, templates and frameworks: what they are, how they are read and drawn."""
