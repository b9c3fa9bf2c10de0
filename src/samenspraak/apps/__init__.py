"""Floor 3, the records: what is kept. One street; imports run left: audit, parties, documents, agreements."""
