"""The rules of duty: pure, without Django, database or clock."""
