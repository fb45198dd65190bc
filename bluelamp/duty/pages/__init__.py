"""One file per screen of duty."""
