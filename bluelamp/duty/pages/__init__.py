"""The screens of duty, one file each."""
