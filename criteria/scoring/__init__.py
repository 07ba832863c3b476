"""The scoring of bids: the evaluation file, exact formulas, faults of formulas."""
