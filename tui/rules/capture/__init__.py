"""The capture line: one line, typed at an event, and what it says."""
