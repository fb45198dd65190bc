"""Insight: every figure of the command, worked out from ledger entries and nothing else."""
