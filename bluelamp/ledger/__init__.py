"""The append-only log of what happened: writing, wording, erasing, verifying."""
