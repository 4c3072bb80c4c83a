"""Draws the place of a scene: the sky, then the environment's own layers, back to front."""

from .layers import Canvas
from .sky import draw_sky
from .vocabulary import COLOURS, WITHOUT_SKY


def draw_environment(canvas: Canvas, environment: str, light: str | None, background: str):
    """Draws the environment's layers; returns the row of the ground line in pixels, or None."""
    horizon = canvas.height * canvas.rng.uniform(0.46, 0.54)
    if environment == "plain":
        canvas.layer("background", 1.0)
        colour = canvas.colour(COLOURS[background], 6)
        canvas.gradient(colour, colour)
        return None
    if environment not in WITHOUT_SKY:
        draw_sky(canvas, light, horizon)
    return DRAWERS[environment](canvas, horizon)


def _beach(canvas: Canvas, horizon: float) -> float:
    canvas.layer("sea", 0.9, 0.5)
    canvas.rectangle(0, horizon, canvas.width, canvas.height, canvas.colour((45, 135, 205)))
    foam = canvas.colour((110, 185, 230))
    canvas.line([(0, horizon + 9), (canvas.width, horizon + 9)], foam, 1.5)
    canvas.layer("sand", 0.75, 0.1)
    canvas.hills(horizon + 22, 3, canvas.colour((240, 216, 160)))
    return horizon + 22


def _forest(canvas: Canvas, horizon: float) -> float:
    rng = canvas.rng
    canvas.layer("trees", 0.75)
    canvas.rectangle(0, horizon, canvas.width, canvas.height, canvas.colour((60, 110, 55)))
    for k in range(canvas.width // 13):
        x, y, high = 13 * k + rng.uniform(0, 13), horizon + rng.uniform(2, 12), rng.uniform(40, 60)
        green = rng.choice([(35, 105, 60), (28, 85, 50), (55, 125, 68)])
        canvas.rectangle(x - 2, y - 8, x + 2, y + 4, canvas.colour((100, 70, 45)))
        points = [(x - high * 0.3, y - 6), (x + high * 0.3, y - 6), (x, y - high)]
        canvas.polygon(points, canvas.colour(green))
    canvas.layer("ground", 0.7, 0.1)
    canvas.hills(horizon + 20, 3, canvas.colour((96, 150, 70)))
    return horizon + 20


def _desert(canvas: Canvas, horizon: float) -> float:
    canvas.layer("far dunes", 0.85)
    canvas.hills(horizon, 5, canvas.colour((226, 172, 92)))
    canvas.layer("sand", 0.75, 0.1)
    canvas.hills(horizon + 18, 6, canvas.colour((242, 198, 122)))
    return horizon + 18


def _snow(canvas: Canvas, horizon: float) -> float:
    canvas.layer("far hills", 0.85)
    canvas.hills(horizon, 6, canvas.colour((214, 228, 244), 6))
    canvas.layer("snow", 0.75, 0.1)
    canvas.hills(horizon + 18, 4, canvas.colour((244, 248, 253), 4))
    canvas.layer("flakes", 0.3)
    for _ in range(26):
        x, y = canvas.rng.random() * canvas.width, canvas.rng.random() * canvas.height
        canvas.ellipse(x, y, 1.3, 1.3, (252, 253, 255))
    return horizon + 18


def _mountains(canvas: Canvas, horizon: float) -> float:
    rng = canvas.rng
    canvas.layer("mountains", 0.9)
    for k in range(4):
        x, high = (k + rng.random()) * canvas.width / 4, rng.uniform(38, 58)
        base, wide = horizon + 8, high * 0.8
        peak = (x, base - high)
        canvas.polygon([(x - wide, base), (x + wide, base), peak], canvas.colour((108, 113, 136)))
        cap = [(x - wide * 0.28, base - high * 0.72), (x + wide * 0.28, base - high * 0.72), peak]
        canvas.polygon(cap, canvas.colour((244, 247, 252), 4))
    canvas.layer("ground", 0.75, 0.1)
    canvas.hills(horizon + 10, 4, canvas.colour((112, 158, 92)))
    return horizon + 16


def _city(canvas: Canvas, horizon: float) -> float:
    rng = canvas.rng
    canvas.layer("buildings", 0.8)
    x = -rng.uniform(0, 8)
    while x < canvas.width:
        wide, high = rng.uniform(15, 24), rng.uniform(28, 60)
        wall = rng.choice([(120, 130, 150), (152, 120, 108), (95, 105, 128)])
        canvas.rectangle(x, horizon + 10 - high, x + wide, horizon + 12, canvas.colour(wall))
        for row in range(int(horizon + 15 - high), int(horizon + 4), 9):
            for column in range(int(x) + 3, int(x + wide) - 4, 7):
                lit = rng.random() < 0.5
                window = (250, 224, 130) if lit else tuple(int(v * 0.7) for v in wall)
                canvas.rectangle(column, row, column + 3, row + 4, window)
        x += wide + 1
    canvas.layer("road", 0.7, 0.1)
    canvas.rectangle(0, horizon + 10, canvas.width, canvas.height, canvas.colour((92, 93, 100)))
    for x in range(0, canvas.width, 22):
        canvas.rectangle(x, horizon + 38, x + 11, horizon + 40, canvas.colour((232, 232, 232)))
    return horizon + 18


def _meadow(canvas: Canvas, horizon: float) -> float:
    rng = canvas.rng
    canvas.layer("far hills", 0.85)
    canvas.hills(horizon, 5, canvas.colour((125, 196, 84)))
    canvas.layer("meadow", 0.75, 0.1)
    canvas.hills(horizon + 16, 4, canvas.colour((100, 178, 70)))
    petals = [(250, 220, 80), (245, 130, 165), (250, 250, 250)]
    for _ in range(20):
        x, y = rng.random() * canvas.width, rng.uniform(horizon + 20, canvas.height)
        canvas.ellipse(x, y, 1.8, 1.8, canvas.colour(rng.choice(petals)))
    return horizon + 16


def _water(canvas: Canvas, horizon: float) -> float:
    rng, floor = canvas.rng, canvas.height * 0.88
    canvas.layer("water", 1.0)
    canvas.gradient(canvas.colour((55, 170, 215)), canvas.colour((8, 55, 120)))
    canvas.layer("sea floor", 0.6, 0.2)
    canvas.hills(floor, 3, canvas.colour((196, 176, 118)))
    canvas.layer("weed", 0.5)
    for _ in range(5):
        x = rng.random() * canvas.width
        points = [(x + (3 if j % 2 else -3), floor + 6 - j * 6) for j in range(7)]
        canvas.line(points, canvas.colour((30, 125, 75)), 3)
    canvas.layer("bubbles", 0.4)
    for _ in range(10):
        x, y, r = rng.random() * canvas.width, rng.random() * floor, rng.uniform(1.5, 3.5)
        canvas.ellipse(x, y, r, r, (170, 225, 245))
    return floor


def _space(canvas: Canvas, horizon: float) -> None:
    rng = canvas.rng
    canvas.layer("space", 1.0)
    canvas.gradient(canvas.colour((16, 10, 40)), canvas.colour((40, 18, 66)))
    for _ in range(34):
        x, y = rng.random() * canvas.width, rng.random() * canvas.height
        canvas.ellipse(x, y, 0.9, 0.9, (240, 240, 230))
    canvas.layer("planet", 0.95)
    x, y = rng.uniform(0.05, 0.95) * canvas.width, rng.choice([0.12, 0.88]) * canvas.height
    planet = canvas.colour(rng.choice([(215, 130, 90), (120, 150, 220), (180, 140, 205)]))
    canvas.ellipse(x, y, 16, 16, planet)


def _room(canvas: Canvas, horizon: float) -> float:
    rng, floor = canvas.rng, horizon + 22
    canvas.layer("wall", 0.9)
    wall = rng.choice([(228, 208, 182), (192, 212, 216), (218, 194, 202)])
    canvas.gradient(canvas.colour(wall), canvas.colour(wall, 4))
    left = rng.choice([0.08, 0.62]) * canvas.width
    canvas.layer("window", 0.92)
    canvas.rectangle(left, 12, left + 38, 54, (250, 250, 250))
    for x in (left + 3, left + 21):
        canvas.rectangle(x, 15, x + 14, 51, (120, 188, 245))
    canvas.layer("floor", 0.8, 0.1)
    canvas.rectangle(0, floor, canvas.width, canvas.height, canvas.colour((152, 106, 70)))
    return floor


DRAWERS = {
    "beach": _beach,
    "forest": _forest,
    "desert": _desert,
    "snow": _snow,
    "mountains": _mountains,
    "city": _city,
    "meadow": _meadow,
    "water": _water,
    "space": _space,
    "room": _room,
}
