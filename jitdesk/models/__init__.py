"""Qt item models; no widgets."""
