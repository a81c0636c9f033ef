"""The author's bench: outline, live preview, findings."""
