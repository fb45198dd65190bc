"""Pure law and judgement of special constables."""
