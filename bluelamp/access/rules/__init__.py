"""Who may be granted what, and what a reason must say."""
