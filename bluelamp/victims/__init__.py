"""The Victims' Code: needs, safe contact, what each victim is owed and by when."""
