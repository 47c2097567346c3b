"""Results, rules and changes in words."""
