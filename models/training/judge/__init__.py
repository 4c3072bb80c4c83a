"""The judge: a classifier of the world's attributes, used on generated pictures."""
