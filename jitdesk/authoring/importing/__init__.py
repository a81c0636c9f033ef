"""Import: what people have, as pages of a pack, with a report that leaves nothing out."""
