"""Pixels: the only QtWidgets. Views emit what the person did and call no service."""
