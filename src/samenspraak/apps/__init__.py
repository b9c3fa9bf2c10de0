"""Floor 3, the records: what is kept. One street, from the bottom: audit, parties, documents, agreements."""
