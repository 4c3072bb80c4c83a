"""The sky under a light, and what the light does to the colours below it."""

from .layers import Canvas

SKIES = {
    None: ((105, 180, 245), (205, 232, 250)),
    "sunny": ((50, 150, 250), (170, 220, 255)),
    "sunset": ((235, 95, 70), (252, 190, 120)),
    "night": ((12, 16, 48), (40, 46, 92)),
    "foggy": ((196, 202, 208), (222, 226, 228)),
}


def tint_for(light: str | None):
    """How a light changes the colours of the land."""
    if light == "night":
        return lambda c: tuple(int(v * k) for v, k in zip(c, (0.32, 0.36, 0.5), strict=True))
    if light == "sunset":
        warm = (255, 120, 60)
        return lambda c: tuple(int(v * 0.68 + w * 0.22) for v, w in zip(c, warm, strict=True))
    return lambda c: c


def draw_sky(canvas: Canvas, light: str | None, horizon: float) -> None:
    """Draws the sky above the horizon, with its sun, moon, stars or clouds."""
    rng, width = canvas.rng, canvas.width
    canvas.layer("sky", 1.0)
    canvas.gradient(*SKIES[light])
    if light == "night":
        for _ in range(22):
            x, y = rng.random() * width, rng.random() * horizon
            canvas.ellipse(x, y, 0.8, 0.8, (240, 240, 220))
        canvas.ellipse(rng.uniform(0.1, 0.9) * width, 18, 8, 8, (246, 241, 208))
    if light == "sunny":
        canvas.ellipse(rng.uniform(0.1, 0.9) * width, 17, 12, 12, (255, 224, 60))
    if light == "sunset":
        canvas.ellipse(rng.uniform(0.2, 0.8) * width, horizon - 6, 15, 15, (255, 238, 160))
    if light in (None, "sunny"):
        for _ in range(rng.randint(1, 2)):
            x, y = rng.random() * width, rng.uniform(0.06, 0.28) * canvas.height
            for offset, radius in ((-9, 5), (0, 8), (9, 6)):
                canvas.ellipse(x + offset, y, radius, radius * 0.65, (250, 252, 255))
