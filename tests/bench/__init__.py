"""`make bench`: how long the commands take and how much memory, beside peers in the same run."""
