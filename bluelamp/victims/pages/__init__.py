"""One file per screen of victim care."""
