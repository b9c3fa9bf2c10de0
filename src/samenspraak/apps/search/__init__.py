"""Finding back what was promised: an index of words, searching it, and commitments that are alike."""
