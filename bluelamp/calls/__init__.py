"""Contact, triage and the incident log: from a ringing phone to a graded incident that somebody answers for."""
