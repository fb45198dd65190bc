"""The screens of messages."""
