"""What form tools and spreadsheet programs write: their encodings, tables, words and documents, as raw cases."""
