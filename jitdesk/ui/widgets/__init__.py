"""Reusable widgets that know nothing of JITDesk."""
