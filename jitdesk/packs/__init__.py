"""Guide packs: sources, the local store, and the one-way sync from share to store."""
