"""The promises of safeguarding, by what they are about."""
