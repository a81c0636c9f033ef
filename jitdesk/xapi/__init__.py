"""Statements for the organisation's own learning record store; only where both sides want it."""
