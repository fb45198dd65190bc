"""Pure judgement of figures: shares, percentiles, peaks."""
