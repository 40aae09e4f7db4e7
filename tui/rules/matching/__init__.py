"""Who is who and what is alike: people, events, and notes about the same thing."""
