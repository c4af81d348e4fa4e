"""Benches of visits: a year of rhythm, a festival for a whole district."""
