"""A report tree written as Word (DOCX), OpenDocument (ODT), accessible PDF, and HTML."""
