"""Danger: the number to call first, then those on duty, again and again until one answers."""
