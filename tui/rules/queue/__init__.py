"""Who is due: the queue of product rules 1 to 10, and what feeds it."""
