"""Persons, vehicles and their links; safe contact and warnings; each entered once, with one identity."""
