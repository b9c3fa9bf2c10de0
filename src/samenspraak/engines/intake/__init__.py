"""From a file to an understood document: read it, then extract."""
