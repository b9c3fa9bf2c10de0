"""How proposals become commitments: every step of checking them, and the way back."""
