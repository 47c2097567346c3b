"""The expert-system shell: it reasons, asks, explains and evaluates cases, and knows nothing about feet."""
