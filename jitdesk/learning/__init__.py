"""What was applied: the person's own records, separate from packs. Knows no Qt."""
