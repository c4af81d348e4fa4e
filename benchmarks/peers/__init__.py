"""The dialogue of `request_dialogue` written the usual ways, to measure Linli against."""
