"""Django's PostgreSQL, but for how instants are read; named as the ENGINE of the database."""
