"""A model folder goes on learning, from pictures in another look."""
