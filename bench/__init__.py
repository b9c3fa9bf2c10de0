"""Measurements of speed and memory, printed side by side with what they are compared to."""
