"""Special constables: volunteers from the application to independent patrol, hours, events and thanks."""
