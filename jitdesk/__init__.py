"""JITDesk: the right five-minute guide over whatever you are doing, one hotkey away."""

__version__ = "0.1.0"
