"""Pure law and judgement of detention: facts in, deadlines and verdicts out."""
