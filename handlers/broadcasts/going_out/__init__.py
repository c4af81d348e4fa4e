"""A broadcast's time has come: its list is frozen, and fed to delivery within the limits of every person."""
