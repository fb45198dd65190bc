"""Pure law and judgement of crimes."""
