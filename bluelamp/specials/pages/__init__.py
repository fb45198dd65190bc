"""One file per screen of the special constabulary."""
