"""The only writers of this domain."""
