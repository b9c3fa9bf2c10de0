"""What is told: a report as a tree of headings, sentences, tables and figures; not yet Word or PDF."""
