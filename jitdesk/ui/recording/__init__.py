"""Windows of the recorder: what it keeps, and the bar while it runs."""
