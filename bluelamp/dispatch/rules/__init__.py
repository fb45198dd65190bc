"""Pure law and judgement of dispatch."""
