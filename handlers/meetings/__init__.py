"""Meetings: what is to be talked about, who comes, what was said there, and who does what until when."""
