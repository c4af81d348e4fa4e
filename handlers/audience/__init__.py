"""Audiences: whom a message concerns, chosen by buttons and by words, counted, and saved."""
