"""Who is at work: officers' skills and patrol status, tours of duty and who is on call."""
