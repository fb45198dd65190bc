"""Pure rules of people: unknowns, ages, plates, names and safe contact."""
