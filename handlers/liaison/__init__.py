"""The liaison station: whom it looks after, by whom, what it knows of them, and what they said to being visited."""
