"""Pictures of every screen and dialog, at four sizes and in three looks, kept as text and compared."""
