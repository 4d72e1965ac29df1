"""The plan: a year of marketing in a hidden market, where the four topics meet."""
