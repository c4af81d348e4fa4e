"""Rhythms: somebody is visited from time to time, on birthdays and before festivals, on days that suit a visitor."""
