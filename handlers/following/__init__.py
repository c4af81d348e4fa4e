"""Following: what the resident sees, adds, answers and says at the end."""
