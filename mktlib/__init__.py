"""mktlib: learn the marketing mix by predicting, moving, measuring and deciding."""
