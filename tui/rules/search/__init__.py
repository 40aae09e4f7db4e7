"""The search line: its language, its filters, and whom it finds."""
