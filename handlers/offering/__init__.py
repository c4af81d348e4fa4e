"""Offering: who is asked to help, in which order, and what happens while nobody takes it."""
