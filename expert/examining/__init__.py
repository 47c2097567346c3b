"""Data about results, without words: why not, comparisons, smallest changes, scores, proofs."""
