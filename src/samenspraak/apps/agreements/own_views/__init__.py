"""How a person likes to see a register: the columns, and views kept under a name."""
