"""The customer lifecycle: who comes, who stays, who has gone quietly, and what each is worth."""
