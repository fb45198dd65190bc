"""What custody prints: each paper's data, and beside it the template that lays it out."""
