"""Talking: the private line between resident and helper, and voices that a person hears."""
