"""Case files in: read, checked and named; results and figures out."""
