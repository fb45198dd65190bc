"""One file per screen of custody."""
