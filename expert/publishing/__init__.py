"""Results and the rule book as pages to take along, and as drawings."""
