"""Who is asked about a commitment: another party, or one party less than the document names."""
