"""What helps an author: the linter with its fixes, skeletons, and import of what people have."""
