"""One file per screen of people."""
