"""What a person can do: one function each, from a network and an intent to a Change."""
