"""Pure judgement about sharing with partner bodies."""
