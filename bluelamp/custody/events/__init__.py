"""Everything the ledger can say about custody, by subject."""
