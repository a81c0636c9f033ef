"""QObjects with signals, and the only threads. They know no widget."""
