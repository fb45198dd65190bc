"""One file per screen of places."""
