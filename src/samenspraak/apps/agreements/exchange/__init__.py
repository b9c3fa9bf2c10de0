"""The register as a table: out in four formats, and back in the same shape after a look at the differences."""
