"""What is known of somebody: family, work, difficulties, and their own thoughts; open to themselves, whole."""
