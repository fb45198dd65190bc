"""What may be done to a custody record now, by subject; refusals with the law."""
