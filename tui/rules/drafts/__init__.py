"""Messages to send: templates filled with facts."""
