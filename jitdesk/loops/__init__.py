"""The loops between people and authors, without a server: ask, suggest, challenge. Knows no Qt."""
