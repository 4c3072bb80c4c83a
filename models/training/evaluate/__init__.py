"""Evaluation: prompts of held-out combinations, judged, and the distance to real pictures."""
