"""Recording crimes and their outcomes."""
