"""What makes rosters: patterns, prices and the search. The rules judge what it makes, and know nothing of it."""
