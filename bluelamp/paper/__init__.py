"""Printed papers: a template and data become a tagged, signed PDF; knows nothing of any domain."""
