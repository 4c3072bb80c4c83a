"""A drawn world of captioned pictures, with the truth of each picture."""
