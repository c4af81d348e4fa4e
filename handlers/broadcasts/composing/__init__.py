"""A broadcast is written, one question at a time: words, things, for whom, when; and looked at before it is sent."""
