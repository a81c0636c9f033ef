"""How often the right guide comes first, beside other engines in the same run."""
