"""The guide window: small, always on top, and it takes no focus when it opens."""
