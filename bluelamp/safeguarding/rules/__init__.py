"""Pure law and judgement of safeguarding."""
