"""The library: sources, installed packs and search, put together without Qt."""
