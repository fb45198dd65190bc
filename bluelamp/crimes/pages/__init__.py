"""One file for each screen: its form and its view."""
