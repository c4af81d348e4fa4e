"""Membership: who belongs here, in which roles, on which channels, and how they like to be written to."""
