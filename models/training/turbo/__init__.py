"""Distillation of the text-to-image model to a few steps without guidance."""
