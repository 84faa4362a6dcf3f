"""Names: countries, pillars, topics and the partnership as a text mentions them."""
