"""What people are told by mail: what is due, what is late, what is new; once, and as often as they want to hear it."""
