"""What measures the finished site with tools of Node: `make lighthouse` and `make validate`."""
