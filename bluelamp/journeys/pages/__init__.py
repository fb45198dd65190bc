"""One file per screen of work that crosses domains."""
