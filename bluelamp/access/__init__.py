"""Officers as users, what each may do, roles as named sets of capabilities, and restricted records."""
