"""Settings, top URLs, the command line and the one list of installed domains."""
