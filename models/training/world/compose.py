"""Draws a scene: environment, look, subjects, light, then the look of the whole picture."""

import random
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter

from .arrange import Spot, arrange
from .environments import draw_environment
from .layers import SUPERSAMPLE, Canvas, Layer
from .looks import draw_look_layers, finish, glow_behind
from .scene import Scene
from .sky import tint_for
from .subjects import subject_image

FOG = (216, 220, 224)
NO_SHADOW = ("space", "water")


@dataclass
class Drawing:
    """A finished picture, with the layers it was made of, back to front."""

    picture: Image.Image
    layers: list[Layer]
    spots: list[Spot]


def draw_scene(
    scene: Scene, rng: random.Random, width_px: int = 128, height_px: int = 128, zoom: int = 1
) -> Drawing:
    """
    The picture of a scene, RGB, and its layers at twice its size. With a zoom the same scene is
    drawn `zoom` times larger than `width_px` x `height_px`, with as much more detail.
    """
    canvas = Canvas(width_px, height_px, rng, tint_for(scene.light), zoom)
    ground = draw_environment(canvas, scene.environment, scene.light, scene.background)
    spots = arrange(scene, width_px, height_px, ground, rng)
    draw_look_layers(canvas, scene.looks, spots, ground)
    picture = canvas.layers[0].image.convert("RGB")
    for layer in canvas.layers[1:]:
        picture.paste(layer.image, (0, 0), layer.image)
    if scene.light == "foggy":
        picture = Image.blend(picture, Image.new("RGB", picture.size, FOG), 0.55)
    picture, mask = _add_subjects(picture, scene, spots, canvas)
    if scene.light == "foggy":
        picture = Image.blend(picture, Image.new("RGB", picture.size, FOG), 0.15)
    picture, mask = picture.reduce(SUPERSAMPLE), mask.reduce(SUPERSAMPLE)
    return Drawing(finish(picture, mask, scene.looks, spots, zoom), canvas.layers, spots)


def _add_subjects(picture, scene: Scene, spots: list[Spot], canvas: Canvas):
    """Pastes the subjects with their shadows; returns the picture and the mask of them all."""
    everything = Image.new("L", canvas.size)
    images = []
    for spot in spots:
        size = round(spot.size * canvas.scale)
        art, points = subject_image(scene.style, spot.thing, size, canvas.rng)
        corner = (
            round(spot.x * canvas.scale - art.width / 2),
            round(spot.y * canvas.scale - art.height / 2),
        )
        spot.points = {
            name: (
                (corner[0] + x * art.width) / canvas.scale,
                (corner[1] + y * art.height) / canvas.scale,
            )
            for name, (x, y) in points.items()
        }
        images.append((spot, art, corner))
        everything.paste(255, corner, art.getchannel("A"))
    if "artstation" in scene.looks:
        picture = glow_behind(picture, everything, canvas.scale)
    for spot, art, corner in images:
        if scene.environment not in NO_SHADOW and scene.style == "3d":
            _shadow(picture, corner, art)
        picture.paste(art, corner, art)
        canvas.layer(spot.thing.subject, spot.depth)
        canvas.layers[-1].image.paste(art, corner, art)
    return picture, everything


def _shadow(picture: Image.Image, corner, art: Image.Image) -> None:
    """A soft flat shadow under the subject's feet."""
    high = max(4, art.height // 8)
    shadow = Image.new("L", (art.width, high * 2))
    box = [art.width * 0.08, high * 0.4, art.width * 0.92, high * 1.6]
    ImageDraw.Draw(shadow).ellipse(box, fill=80)
    shadow = shadow.filter(ImageFilter.GaussianBlur(high / 4))
    picture.paste((0, 0, 0), (corner[0], corner[1] + art.height - high), shadow)
