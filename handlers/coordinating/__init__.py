"""Coordinating: the board of desk and coordinators, and every move that they make with a request."""
