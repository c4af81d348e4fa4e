"""Learning: phrases out of what people said, questions without an answer, and the answers that are edited in chat."""
