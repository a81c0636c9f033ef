"""The command line: everything here works without Qt and without a display, but `run`."""
