"""The themes under which commitments are kept. Own list; the Dutch names stand in the law's practice."""

from __future__ import annotations

from enum import StrEnum


class Theme(StrEnum):
    """What a commitment is about; the document's own chapter decides where it is clear."""

    AVAILABILITY = "availability"  # beschikbaarheid: building, selling, allocation, flow, locations
    AFFORDABILITY = "affordability"  # betaalbaarheid: rents, arrears, land price
    SUSTAINABILITY = "sustainability"  # verduurzaming: energy, climate, circularity, quality
    CARE = "care"  # wonen en zorg: elderly, special groups
    LIVEABILITY = "liveability"  # leefbaarheid: neighbourhood, nuisance, fraud, safety
    COOPERATION = "cooperation"  # samenwerking: process, consultation, monitoring
