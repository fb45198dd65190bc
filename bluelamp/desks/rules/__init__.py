"""Pure rules of the screens: what the command line understands."""
