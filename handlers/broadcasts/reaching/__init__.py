"""Who was reached: answers, the ladder up to the telephone, progress while it goes, the report at its end."""
