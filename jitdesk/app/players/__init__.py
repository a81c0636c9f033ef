"""Players: the four ways of using a guide, each a view and its rules."""
