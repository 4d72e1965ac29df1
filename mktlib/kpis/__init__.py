"""Reading marketing figures: what is divided by what, how sure it is, and what it hides.

Four rooms: `model` (numbers and tables), `view` (pictures of them), `labs` (a model and a view
with controls), `exercises` (questions, answers, misconceptions and predictions).
"""
