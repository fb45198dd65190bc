"""The screens where domains meet: the live board, call handling, an incident, a person, a detention, my day."""
