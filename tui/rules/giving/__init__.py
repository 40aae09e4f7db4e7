"""What you could do for others: whom to introduce, what to pass on, which asks to answer, and what was given."""
