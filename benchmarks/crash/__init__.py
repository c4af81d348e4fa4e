"""The crash bench: `linli serve` is killed again and again while people talk; then every trace is compared.

The Bot API server of the tests plays Telegram. Each resident's request carries a mark of its own and goes all the way
from the first words to the stars; volunteers of five teams compete for every card.
"""
