"""Channel choice: whom each channel reaches, what it adds to the others, and how to share a budget."""
