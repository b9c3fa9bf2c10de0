"""A country of made-up agreements: every municipality, its associations and tenants, and years of commitments.

The names of the municipalities are real, as shipped; everything else is invented here. A municipality is the same
whatever the size of the country around it, so that a page of it can be compared between sizes.
"""
