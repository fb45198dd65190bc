"""The only writers of people, one verb a function."""
