"""Changes to what stands in the register: new versions, with what stood before kept for good."""
