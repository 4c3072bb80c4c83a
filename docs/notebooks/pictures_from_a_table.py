"""Pictures from a table, with nothing but requests and Pillow.

    pip install requests pillow
    export EASEL_URL=http://localhost:3000
    export EASEL_TOKEN=easel_...      (made on the page Programs, Tokens)
    python pictures_from_a_table.py animals.csv "a {animal}, {place}" sheet.png

Asks Easel for one picture a row, waits, names the rows that have none, and lays the others on one sheet.
"""

import csv
import io
import os
import sys
import time

import requests
from PIL import Image

EASEL_URL = os.environ.get("EASEL_URL", "http://localhost:3000")
SIDE_PX = 128


def open_session(token):
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {token}"
    return session


def ask(session, method, path, **kwargs):
    """One request; a refusal ends the program with Easel's own sentence."""
    reply = session.request(method, f"{EASEL_URL}/api/v1{path}", timeout=90, **kwargs)
    if reply.status_code == 429:
        time.sleep(int(reply.headers.get("Retry-After", 1)))
        return ask(session, method, path, **kwargs)
    if not reply.ok:
        raise SystemExit(reply.json()["detail"])
    return reply


def draw_table(session, rows, template, seed=7):
    """Draws one picture a row and returns the finished table."""
    body = {"name": "From Python", "template": template, "rows": rows, "seed": seed}
    table = ask(session, "POST", "/tables", json=body).json()
    while not table["isOver"]:
        time.sleep(1)
        table = ask(session, "GET", f"/tables/{table['id']}").json()
    return table


def replay_table(session, table):
    """Draws a table once more; says how many pictures are the same to the last byte."""
    again = ask(session, "POST", f"/tables/{table['id']}/replay").json()
    while not again["isOver"]:
        time.sleep(1)
        again = ask(session, "GET", f"/tables/{again['id']}").json()
    return again["replay"]["same"], again["replay"]["compared"]


def read_picture(session, picture_id):
    reply = ask(session, "GET", f"/pictures/{picture_id}/file")
    return Image.open(io.BytesIO(reply.content)).convert("RGB")


def lay_sheet(pictures, columns=5):
    lines = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * SIDE_PX, lines * SIDE_PX), "white")
    for index, picture in enumerate(pictures):
        place = (index % columns * SIDE_PX, index // columns * SIDE_PX)
        sheet.paste(picture.resize((SIDE_PX, SIDE_PX)), place)
    return sheet


def main(csv_path, template, sheet_path):
    session = open_session(os.environ["EASEL_TOKEN"])
    with open(csv_path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    table = draw_table(session, rows, template)
    for row in table["rows"]:
        if row["failure"]:
            print(f"row {row['position']}: {row['failure']}")
    drawn = [row for row in table["rows"] if row["pictureId"]]
    lay_sheet([read_picture(session, row["pictureId"]) for row in drawn]).save(sheet_path)
    same, compared = replay_table(session, table)
    print(f"{len(drawn)} pictures on {sheet_path}; drawn again, {same} of {compared} are the same")


if __name__ == "__main__":
    main(*sys.argv[1:])
