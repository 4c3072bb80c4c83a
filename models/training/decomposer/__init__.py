"""The decomposer: finds lines, depth, segments and poses in a picture, for use as controls."""
