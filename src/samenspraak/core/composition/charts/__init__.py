"""Charts as Vega-Lite specifications, each with its words and the table behind it; the drawing is a tool's work."""
