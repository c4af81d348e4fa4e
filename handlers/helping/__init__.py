"""Helping: what the one who took a request does, promises and hands on; and the door code."""
