"""Tables with data: as the file marks them, and as they are left when a table became plain text."""
