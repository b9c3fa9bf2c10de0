"""What was promised: agreements and their commitments."""
