"""What sets a style apart at a glance, whatever art it begins with."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .layers import widened

MARGIN_PX = 12  # transparent border that an outline needs around art
OUTLINE_PX = 7
OUTLINE = (26, 22, 30)


def styled(style: str, art: Image.Image) -> Image.Image:
    """
    RGBA art of a subject, with a margin, as a style shows it: 3d as if modelled and lit from
    above, a cartoon with a bold outline. Flat design and ink are in the art itself.
    """
    if style == "3d":
        return _modelled(art)
    return _outlined(art) if style == "cartoon" else art


def _modelled(art: Image.Image) -> Image.Image:
    """Light that falls off downwards, edges that turn away from it, and a gloss near the top."""
    alpha = art.getchannel("A")
    left, top, right, bottom = alpha.getbbox()
    rounded = np.asarray(alpha.filter(ImageFilter.GaussianBlur(14))).astype(np.float32) / 255
    turned_away = 1 - np.clip(2 * rounded - 1, 0, 1)
    down = np.clip((np.arange(art.height) - top) / (bottom - top), 0, 1)[:, None]
    shade = (1.1 - 0.28 * down) * (1 - 0.22 * turned_away)
    gloss = Image.new("L", art.size)
    width, height = right - left, bottom - top
    box = [left + 0.26 * width, top + 0.1 * height, right - 0.26 * width, top + 0.36 * height]
    ImageDraw.Draw(gloss).ellipse(box, fill=255)
    gloss = np.asarray(gloss.filter(ImageFilter.GaussianBlur(12))).astype(np.float32) / 255
    pixels = np.asarray(art).astype(np.float32)
    lit = pixels[..., :3] * shade[..., None]
    lit += (255 - lit) * (0.45 * gloss)[..., None]
    pixels[..., :3] = lit
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8), "RGBA")


def _outlined(art: Image.Image) -> Image.Image:
    """The art on a dark shape that is a little larger."""
    edge = widened(art.getchannel("A").point(lambda a: 255 * (a > 128)), OUTLINE_PX)
    picture = Image.new("RGBA", art.size)
    picture.paste((*OUTLINE, 255), (0, 0), edge.filter(ImageFilter.GaussianBlur(2)))
    picture.alpha_composite(art)
    return picture
