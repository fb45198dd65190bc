"""Pure law and judgement of cases."""
