"""Figures: the three rates, their views, and the requests behind them."""
