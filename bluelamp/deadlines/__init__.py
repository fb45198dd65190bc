"""Counts time as the law counts it: instants, elapsed hours, calendar months, working days, law by date."""
