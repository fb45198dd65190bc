"""Scripts that work on their own, without Bluelamp."""
