"""Bodies we work with: agreements, what was shared under them, and what they answered."""
