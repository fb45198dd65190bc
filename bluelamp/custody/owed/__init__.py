"""The promises of custody, by subject."""
