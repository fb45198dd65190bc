"""Pure judgement about work that crosses domains."""
