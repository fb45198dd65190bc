"""Pure law and judgement of victims."""
