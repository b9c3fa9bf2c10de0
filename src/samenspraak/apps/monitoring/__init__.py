"""How it stands: rounds in which parties report on commitments, react to each other and adopt the result."""
