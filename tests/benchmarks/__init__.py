"""How quick Kith is: a generator of networks of any size, and one command that prints the table."""
