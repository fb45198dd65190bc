"""The only writers of this folder, one verb a function."""
