"""Pure judgement about messages."""
