"""What is on its way is paused, stopped, corrected, recalled, and its danger is over for those who heard of it."""
