"""Units and the live state of the street: whom to send, and what each unit is doing."""
