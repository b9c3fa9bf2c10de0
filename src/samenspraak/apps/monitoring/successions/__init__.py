"""Parties that come and go while agreements run: joining, leaving, merging, and a new lead where one is gone."""
