"""Visits: offered on the four occasions, planned in a rhythm and for festivals, reminded of, and written down."""
