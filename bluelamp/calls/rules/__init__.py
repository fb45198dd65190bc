"""Pure law and judgement of calls."""
