"""Floor 5, the wiring: settings, urls, the command line."""
