"""The only writers of agreements, shares and answers."""
