"""The duty desk: residents' talks with a person. Shifts, the queue, who takes a talk, and what is said in it."""
