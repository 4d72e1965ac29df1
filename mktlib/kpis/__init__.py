"""Reading marketing figures: what is divided by what, how sure it is, and what it hides.

`model` has the ratios, `composition` what becomes of them when they are chained,
averaged or mixed, `evidence` what chance does to them, `glossary` their names.
"""
