"""One module a screen, one a dialog."""
