"""What a person sees of their own records, and of the loops."""
