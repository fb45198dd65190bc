"""Domestic abuse, children and adults at risk: recognised, assessed, referred, protected, and nothing overlooked."""
