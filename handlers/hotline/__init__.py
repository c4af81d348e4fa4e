"""The hotline: anything that somebody asks in their own words gets an answer, a form, choices, or a person."""
