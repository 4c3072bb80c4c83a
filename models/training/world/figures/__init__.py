"""Figures drawn by code, with their points: people, faces and hands."""

from .face import EXPRESSIONS, draw_face
from .hand import GESTURES, draw_hand
from .person import POSES, draw_person

# By subject: what it can do, and how it is drawn.
MANNERS = {"person": list(POSES), "face": list(EXPRESSIONS), "hand": list(GESTURES)}
DRAWERS = {"person": draw_person, "face": draw_face, "hand": draw_hand}
