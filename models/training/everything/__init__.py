"""Every stage in one run, for a machine that is there for a time."""
