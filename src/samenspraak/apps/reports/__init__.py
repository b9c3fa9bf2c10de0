"""What is told: reports of a round as drafts that people edit, and as editions that never change."""
