"""The members' yearly report on duties done, the residents' appraisal of it, and the public board."""
