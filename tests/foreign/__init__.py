"""Foreign text in every place of a site that shows it, and what a browser must then show."""
