"""Municipalities, associations, tenants' organisations; people and what they may do."""
