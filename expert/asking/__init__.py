"""The consultation: what is asked next, how it is asked, and what can be typed."""
