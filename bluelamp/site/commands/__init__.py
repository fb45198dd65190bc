"""One file for each subcommand of `bluelamp` that belongs to the platform."""
