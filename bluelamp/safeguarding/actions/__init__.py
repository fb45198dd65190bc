"""The only writers of this domain, one verb a function."""
