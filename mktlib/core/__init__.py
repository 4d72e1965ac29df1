"""What every topic stands on: text, datasets, exercises, labs, figures, widgets, the course builder."""
