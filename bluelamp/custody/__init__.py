"""Detention in police custody: from the slot asked on the street to the door on the way out."""
