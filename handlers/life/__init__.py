"""The life of a request: its moves, its clock, and what falls due about it."""
