"""How the figures of Insights read: a picture, its number, a sentence on what could be done, and who is behind it."""
