"""What changed between versions of the site, in statements and not in lines."""
