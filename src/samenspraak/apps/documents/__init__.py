"""What came in: files, import runs, source pages and findings."""
