"""Pure judgement about promises: when to warn, in which state one is."""
