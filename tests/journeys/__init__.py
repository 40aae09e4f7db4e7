"""The real program in a real terminal, used as a person uses it."""
