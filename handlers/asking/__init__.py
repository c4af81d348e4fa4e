"""Asking: from any words, for oneself or for another, to a request with a number."""
