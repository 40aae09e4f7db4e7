"""How facts read: dates, reasons, glyphs and columns, for the screens and the command line."""
