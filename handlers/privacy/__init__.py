"""Privacy: what is kept of somebody, who saw it, how it is taken away, corrected, deleted, and forgotten in time."""
