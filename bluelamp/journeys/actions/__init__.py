"""One function for each piece of work that several domains do together, in one transaction."""
