"""A third knowledge base: why a kettle does not boil. It is a package, so that its faults can be those of a package."""
