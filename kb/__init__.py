"""The knowledge of footwise: fields, claims, causes, rules, advice, red flags and the case library."""
