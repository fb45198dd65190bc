"""Work that crosses domains: a report of crime, an arrest, the way to a suite, charge and release."""
