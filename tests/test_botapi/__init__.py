"""The tests' own Bot API server, driven through python-telegram-bot's real request layer."""
