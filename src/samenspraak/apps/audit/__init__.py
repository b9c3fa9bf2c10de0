"""What happened: one event per write."""
