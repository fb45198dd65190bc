"""Pages for anyone: where the police are, how to reach them, who works where you live."""
