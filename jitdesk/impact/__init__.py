"""What changed in what people do, with bounds, and nothing about a person. Knows no Qt."""
