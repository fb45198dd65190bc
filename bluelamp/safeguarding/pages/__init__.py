"""One file per screen of safeguarding."""
