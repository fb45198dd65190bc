"""Promises with a clock: what is due next, to whom, by when, by which rule, and whether it was kept."""
