"""From a file to an understood document: read it (taking_in), show a page of it (page_picture)."""
