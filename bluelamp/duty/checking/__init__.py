"""Checks a published roster from its document alone, minute by minute, and shares nothing with what made it."""
