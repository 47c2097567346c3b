"""The expert-system shell: it reasons, asks, explains and evaluates cases, and knows nothing of any subject."""
