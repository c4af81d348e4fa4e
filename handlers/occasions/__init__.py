"""Occasions: a death, a hospital stay, a conflict, hardship. They only offer a visit; a no is silent (domain.md §5)."""
