"""Broadcasts: one message to many, from the first draft to the proof of who was reached."""
