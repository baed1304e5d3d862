"""The kitchen in between: bare walls and rubble, pipes, cables, plaster, half the tiles, cabinets without doors."""

import math
import random

import new_kitchen
import surfaces as s
from room import daylight, shell, window
from shapes import box, heap, rod, stone, tube, turned


def _screed():
    return s.plaster("screed", (0.42, 0.4, 0.37), (0.3, 0.28, 0.26), 0.46, 0.3)


def _site(back, right, left=None, floor=None, sun=2.2):
    raw = left or s.plaster("old plaster", (0.56, 0.51, 0.43), (0.47, 0.42, 0.35), 0.5, 0.35)
    shell(back, right, raw, floor or _screed(), s.plaster("raw ceiling", (0.62, 0.6, 0.55), (0.54, 0.51, 0.46), 0.45, 0.2))
    window(s.plain("frame", (0.78, 0.78, 0.75), 0.35))
    daylight(sun=sun, sky=1.0, fill=1.0)


def _bucket(at, colour, inside=None):
    body = s.plain("bucket", colour, 0.45)
    turned(at, [(0, 0.002), (0.12, 0.002), (0.125, 0.01), (0.15, 0.28), (0.158, 0.285), (0.158, 0.3), (0.145, 0.3), (0.14, 0.27), (0.13, 0.2), (0, 0.2)], body)
    if inside:
        turned((at[0], at[1], at[2] + 0.205), [(0.138, 0.0), (0.1, 0.02), (0, 0.035)], inside)
    tube([(at[0] - 0.155, at[1], at[2] + 0.28), (at[0] - 0.13, at[1] - 0.13, at[2] + 0.2), (at[0] + 0.13, at[1] - 0.13, at[2] + 0.2), (at[0] + 0.155, at[1], at[2] + 0.28)], 0.003, s.plain("wire", (0.4, 0.4, 0.4), 0.4, 1.0))


def _ladder(x, y):
    alu = s.brushed("ladder", (0.6, 0.6, 0.6), "z", 0.35)
    for side in (0, 0.42):
        rod((x + side, y, 0.01), (x + side * 0.9 + 0.02, y + 0.35, 1.6), 0.017, alu)
        rod((x + side, y + 0.85, 0.01), (x + side * 0.9 + 0.02, y + 0.42, 1.6), 0.013, alu)
    for i in range(5):
        t = (i + 0.7) / 5.4
        box((x + 0.01, y + 0.35 * t - 0.04, 1.6 * t), (x + 0.43, y + 0.35 * t + 0.04, 1.6 * t + 0.025), alu, 0.004)
    box((x, y + 0.3, 1.58), (x + 0.42, y + 0.48, 1.62), s.plain("ladder top", (0.55, 0.09, 0.05), 0.5), 0.01)


def _sack(at, turn, colour):
    box(at, (at[0] + 0.55, at[1] + 0.34, at[2] + 0.12), s.paint("sack", colour, 0.85, 0.08, 0.5), 0.045, turn)


def demolition():
    _site(s.masonry("bricks", "xz", 0.46), s.masonry("bricks r", "yz", 0.55))
    pieces = [
        s.rubble("brick piece", (0.36, 0.14, 0.085), (0.22, 0.085, 0.06)), s.rubble("plaster piece", (0.62, 0.58, 0.51), (0.42, 0.38, 0.33)),
        s.rubble("mortar piece", (0.46, 0.43, 0.38), (0.3, 0.28, 0.25)), s.plain("tile piece", (0.5, 0.39, 0.24), 0.3),
    ]
    heap((2.35, -0.8, 0), (1.35, 0.8), 0.62, 1000, pieces, 3)
    heap((1.7, -1.4, 0), (1.7, 1.0), 0.03, 420, pieces, 5, (0.008, 0.05))
    _bucket((0.75, -0.9, 0), (0.03, 0.03, 0.03), pieces[2])
    _bucket((1.2, -1.15, 0), (0.03, 0.03, 0.035))
    board = s.wood("old door", (0.3, 0.145, 0.06), (0.13, 0.055, 0.022), "z", 0.45)
    for i in range(4):
        box((0.12 + i * 0.035, -1.35, 0), (0.14 + i * 0.035, -0.85, 0.72), board, 0.003, 0, (0, 7))
    wood = s.wood("shaft", (0.5, 0.34, 0.18), (0.36, 0.22, 0.1), "z")
    rod((2.72, -1.22, 0.06), (3.3, -0.75, 0.85), 0.017, wood)
    box((2.6, -1.33, 0.0), (2.8, -1.21, 0.1), s.plain("hammer", (0.09, 0.09, 0.095), 0.45, 0.8), 0.01, 40)
    steel = s.plain("stub", (0.3, 0.26, 0.22), 0.5, 1.0)
    for x in (1.88, 2.02):
        rod((x, 0, 0.55), (x, -0.09, 0.55), 0.013, steel)
    tube([(3.0, 0, 1.25), (3.0, -0.1, 1.23), (2.95, -0.13, 1.08), (3.0, -0.12, 0.98)], 0.006, s.plain("old cable", (0.55, 0.53, 0.48), 0.5))


def _chase(a, b, wide, axis="z"):
    """A groove cut into the wall, drawn as a dark, rough strip with broken edges."""
    dark = s.rubble("chase", (0.34, 0.19, 0.13), (0.22, 0.14, 0.105))
    rng = random.Random(int(a[0] * 1000 + a[1] * 77))
    edge = s.rubble("chase edge", (0.5, 0.47, 0.42), (0.33, 0.3, 0.27))
    if axis == "z":
        box((a[0] - wide / 2, -0.002, a[1]), (a[0] + wide / 2, 0.001, b[1]), dark, 0)
        spots = [(a[0] + side * wide / 2, a[1] + (b[1] - a[1]) * i / 40) for i in range(41) for side in (-1, 1)]
    else:
        box((a[0], -0.0025, a[1] - wide / 2), (b[0], 0.001, a[1] + wide / 2), dark, 0)
        spots = [(a[0] + (b[0] - a[0]) * i / 40, a[1] + side * wide / 2) for i in range(41) for side in (-1, 1)]
    for x, z in spots:
        stone((x + rng.uniform(-0.004, 0.004), 0.002, z), rng.uniform(0.012, 0.026), edge, rng)


def plumbing():
    _site(s.plaster("back", (0.53, 0.49, 0.43), (0.4, 0.36, 0.31), 0.47, 0.45), s.masonry("bricks r", "yz", 0.6))
    copper = s.plain("copper", (0.72, 0.33, 0.17), 0.28, 1.0)
    brass = s.plain("brass", (0.72, 0.52, 0.22), 0.25, 1.0)
    red, blue = s.plain("pex red", (0.5, 0.03, 0.025), 0.35), s.plain("pex blue", (0.03, 0.11, 0.45), 0.35)
    grey = s.plain("drain", (0.3, 0.31, 0.32), 0.4)
    _chase((1.3, 0.62), (2.62, 0.62), 0.2, "x")
    _chase((2.62, 0.1), (2.62, 0.72), 0.2)
    for i, (pipe, z) in enumerate(((red, 0.665), (blue, 0.585))):
        x = 1.86 + i * 0.15
        tube([(2.58 + i * 0.07, -0.03, 0.0), (2.58 + i * 0.07, -0.03, z - 0.12), (2.57 + i * 0.07, -0.03, z), (2.44, -0.03, z), (x + 0.12, -0.03, z)], 0.011, pipe)
        rod((x + 0.13, -0.03, z), (x, -0.03, z), 0.015, brass)
        turned((x, -0.03, z - 0.028), [(0, 0), (0.024, 0.0), (0.026, 0.028), (0.024, 0.056), (0, 0.056)], brass)
        rod((x, -0.03, z), (x, -0.1, z), 0.015, brass)
        rod((x, -0.1, z), (x, -0.15, z), 0.01, s.plain("plug", (0.5, 0.03, 0.03) if i == 0 else (0.03, 0.11, 0.45), 0.4))
        for clip in (2.2, 2.4):
            box((clip, -0.05, z - 0.02), (clip + 0.018, 0, z + 0.02), s.plain("clip", (0.06, 0.06, 0.065), 0.5), 0.003)
    tube([(1.3, -0.04, 0.0), (1.3, -0.04, 0.38), (1.32, -0.05, 0.45), (1.4, -0.05, 0.46), (1.78, -0.05, 0.475)], 0.028, grey)
    rod((1.72, -0.05, 0.473), (1.82, -0.05, 0.477), 0.034, grey)
    tube([(1.8, -0.05, 0.476), (1.86, -0.05, 0.478), (1.88, -0.07, 0.48), (1.88, -0.16, 0.483)], 0.028, grey)
    rod((1.88, -0.13, 0.482), (1.88, -0.175, 0.483), 0.036, grey)
    rod((1.3, -0.04, 0.1), (1.3, -0.04, 0.19), 0.035, grey)
    tube([(1.42, -0.02, 0.0), (1.42, -0.02, 0.74), (1.43, -0.02, 0.78), (1.48, -0.02, 0.78)], 0.011, copper)
    rod((1.46, -0.02, 0.78), (1.56, -0.02, 0.78), 0.014, brass)
    turned((1.53, -0.04, 0.79), [(0.008, 0), (0.008, 0.03), (0.03, 0.035), (0.03, 0.045), (0, 0.05)], s.plain("valve", (0.5, 0.03, 0.02), 0.4))
    dust = [s.rubble("dust", (0.5, 0.46, 0.4), (0.34, 0.3, 0.26)), s.rubble("brick bit", (0.36, 0.15, 0.09), (0.25, 0.1, 0.06))]
    heap((1.9, -0.3, 0), (1.4, 0.45), 0.03, 320, dust, 9, (0.006, 0.04))
    box((2.25, -0.62, 0), (2.75, -0.36, 0.2), s.paint("tool box", (0.45, 0.06, 0.03), 0.4), 0.02, 18)
    rod((2.35, -0.47, 0.25), (2.65, -0.4, 0.25), 0.012, s.plain("grip", (0.03, 0.03, 0.03), 0.5))
    box((0.95, -0.3, 0.0), (1.5, -0.27, 0.06), s.plain("level", (0.65, 0.5, 0.03), 0.35), 0.004, 12)


def electrics():
    _site(s.plaster("back", (0.55, 0.51, 0.45), (0.45, 0.41, 0.35), 0.46, 0.4), s.plaster("right", (0.53, 0.49, 0.43), (0.43, 0.39, 0.33), 0.48, 0.4))
    conduit, box_orange = s.plain("conduit", (0.3, 0.3, 0.31), 0.5), s.plain("box", (0.62, 0.17, 0.02), 0.5)
    inside = s.plain("box in", (0.2, 0.055, 0.01), 0.7)
    cable = s.plain("cable", (0.62, 0.61, 0.58), 0.45)
    wires = [s.plain("live", (0.18, 0.07, 0.03), 0.4), s.plain("neutral", (0.03, 0.1, 0.42), 0.4), s.plain("earth", (0.3, 0.5, 0.03), 0.4)]
    rng = random.Random(4)
    _chase((2.62, 2.25), (3.58, 2.25), 0.08, "x")
    for n, (x, z, count) in enumerate(((2.75, 1.2, 2), (3.25, 1.2, 2), (2.95, 0.35, 1))):
        _chase((x, z + 0.04), (x, 2.25), 0.055)
        rod((x, -0.012, z + 0.04), (x, -0.012, 2.24), 0.0125, conduit)
        for i in range(count):
            bx = x + i * 0.072
            for r, material, out in ((0.036, box_orange, 0.012), (0.031, inside, 0.0125)):
                rod((bx, 0.01, z), (bx, -out, z), r, material)
            for w, wire in enumerate(wires):
                end = (bx + rng.uniform(-0.05, 0.05), -0.09 - 0.02 * w, z - 0.03 + rng.uniform(-0.05, 0.03))
                tube([(bx, -0.012, z + 0.008 * (w - 1)), (bx + 0.015 * (w - 1), -0.06, z + 0.012), end], 0.0026, wire)
    tube([(2.64, -0.02, 2.25), (2.9, -0.022, 2.255), (3.2, -0.02, 2.247), (3.58, -0.02, 2.25)], 0.0125, conduit)
    tube([(2.68, -0.02, 2.275), (2.95, -0.025, 2.278), (3.25, -0.02, 2.272), (3.58, -0.02, 2.275)], 0.006, cable)
    for x in (2.8, 3.1, 3.4):
        box((x, -0.04, 2.225), (x + 0.02, 0, 2.29), s.plain("clip", (0.5, 0.5, 0.48), 0.5), 0.002)
    tube([(3.585, -0.35, 2.25), (3.585, -0.75, 2.24), (3.585, -0.95, 2.1), (3.585, -0.97, 1.6), (3.585, -0.97, 0.7)], 0.0125, conduit)
    box((3.56, -1.04, 0.55), (3.6, -0.9, 0.7), s.plain("cooker box", (0.55, 0.54, 0.5), 0.4), 0.008)
    loop = [(3.3, -0.75, 0.02), (3.0, -1.0, 0.02), (2.75, -0.75, 0.02), (2.95, -0.5, 0.025), (3.25, -0.62, 0.03), (3.2, -0.9, 0.03), (2.9, -0.95, 0.035), (2.8, -0.7, 0.04), (3.05, -0.5, 0.045), (3.4, -0.6, 0.045)]
    tube(loop, 0.0125, conduit)
    reel = [(2.3 + 0.17 * math.cos(a * 0.5), -0.45 + 0.17 * math.sin(a * 0.5), 0.012 + a * 0.0012) for a in range(70)]
    tube(reel, 0.006, cable)
    dust = [s.rubble("dust", (0.5, 0.46, 0.4), (0.34, 0.3, 0.26))]
    heap((2.9, -0.25, 0), (0.9, 0.3), 0.03, 220, dust, 2, (0.006, 0.035))


def plastered():
    fresh = s.plaster("fresh", (0.66, 0.6, 0.54), (0.47, 0.4, 0.345), 0.47, 0.16)
    _site(fresh, s.plaster("fresh r", (0.68, 0.62, 0.56), (0.5, 0.43, 0.37), 0.44, 0.16), fresh)
    _ladder(2.55, -1.5)
    mud = s.plaster("mud", (0.55, 0.48, 0.42), (0.45, 0.38, 0.33), 0.5, 0.5)
    _bucket((1.35, -0.95, 0), (0.03, 0.03, 0.03), mud)
    _bucket((1.75, -0.8, 0), (0.5, 0.27, 0.03), mud)
    _sack((0.25, -1.0, 0), 8, (0.62, 0.6, 0.55))
    _sack((0.27, -0.98, 0.115), -4, (0.6, 0.58, 0.53))
    _sack((0.24, -1.02, 0.23), 12, (0.63, 0.61, 0.56))
    for x, z in ((2.75, 1.2), (2.82, 1.2), (3.25, 1.2)):
        rod((x, 0.01, z), (x, -0.004, z), 0.034, s.plain("cover", (0.6, 0.17, 0.03), 0.5))
    for x, z in ((1.86, 0.665), (2.01, 0.585)):
        rod((x, 0, z), (x, -0.06, z), 0.014, s.plain("plug", (0.5, 0.03, 0.03) if x < 1.9 else (0.03, 0.11, 0.45), 0.4))
    paper = s.paint("masking paper", (0.47, 0.36, 0.24), 0.9, 0.08, 0.4)
    for i, y in enumerate((-2.9, -2.12, -1.36, -0.62)):
        box((-0.02, y, 0.001 + i * 0.001), (3.62, y + 0.8, 0.002 + i * 0.001), paper, 0, (0.8, -0.6, 1.1, -0.4)[i])


def tiling():
    wall = s.paint("new wall", (0.72, 0.7, 0.65), 0.8, 0.05, 0.2)
    new_kitchen.room(wall)
    daylight(sun=2.8, sky=1.0, fill=1.1)
    glue = s.combed("glue", (0.52, 0.51, 0.48), "z")
    box((1.5, -0.004, 0.9), (3.6, 0, 1.04), glue, 0)
    box((2.54, -0.004, 1.04), (3.6, 0, 1.47), glue, 0)
    box((3.596, -1.5, 0.9), (3.6, 0, 1.42), s.combed("glue r", (0.52, 0.51, 0.48), "z"), 0)
    shades = [s.plain(f"tile{i}", c, 0.1) for i, c in enumerate(((0.78, 0.78, 0.75), (0.74, 0.745, 0.72), (0.8, 0.795, 0.765)))]
    cross = s.plain("spacer", (0.02, 0.22, 0.42), 0.5)
    rng = random.Random(8)
    for row in range(5):
        z = 0.905 + row * 0.103
        reach = (3.59, 3.59, 3.59, 3.1, 2.86)[row]
        x = 1.55 + (0.1015 if row % 2 else 0)
        while x + 0.2 <= reach + 0.12:
            if z < 1.04 or x > 2.54:
                box((x, -0.014, z), (min(x + 0.2, 3.588), -0.004, z + 0.1), rng.choice(shades), 0.003)
                box((x - 0.0075, -0.018, z - 0.0025), (x + 0.0065, -0.012, z - 0.0005), cross, 0)
                box((x - 0.0022, -0.018, z - 0.008), (x - 0.0006, -0.012, z + 0.006), cross, 0)
            x += 0.203
        y = -0.016 - (0.1015 if row % 2 else 0)
        while row < 3 and y - 0.2 > (-1.3, -1.15, -0.8)[row]:
            box((3.586, y, z), (3.596, y - 0.2, z + 0.1), rng.choice(shades), 0.003)
            y -= 0.203
    alu = s.brushed("rail", along="x")
    box((1.5, -0.02, 0.885), (3.6, 0, 0.902), alu, 0.001)
    box((2.45, -0.75, 0.0), (2.66, -0.53, 0.14), s.paint("carton", (0.42, 0.27, 0.14), 0.85), 0.004, 12)
    box((2.47, -0.73, 0.14), (2.64, -0.55, 0.15), shades[0], 0.002, 12)
    bench = s.wood("trestle", (0.5, 0.36, 0.2), (0.38, 0.25, 0.13), "x")
    box((2.35, -0.95, 0.74), (3.5, -0.45, 0.765), bench, 0.003, 2)
    for x in (2.45, 3.4):
        for y in (-0.9, -0.5):
            rod((x, y, 0), (x, y, 0.74), 0.02, bench)
    for i in range(6):
        box((2.42, -0.78, 0.766 + i * 0.0105), (2.62, -0.68, 0.776 + i * 0.0105), shades[i % 3], 0.002, rng.uniform(-4, 4))
    _bucket((3.2, -0.7, 0.765), (0.03, 0.03, 0.03), s.combed("mud", (0.5, 0.49, 0.46)))
    steel = s.brushed("trowel", along="x", rough=0.35)
    box((2.75, -0.85, 0.768), (3.03, -0.73, 0.7695), steel, 0, 20)
    rod((2.8, -0.83, 0.81), (2.94, -0.775, 0.81), 0.014, s.plain("trowel grip", (0.5, 0.05, 0.03), 0.5))
    rod((2.87, -0.8, 0.77), (2.87, -0.8, 0.81), 0.005, steel)


def cabinets():
    new_kitchen.room()
    daylight(sun=3.0, sky=1.0, fill=1.15)
    new_kitchen.splash()
    new_kitchen.carcasses(2)
    card = s.paint("card", (0.43, 0.28, 0.15), 0.85, 0.06, 0.2)
    tape = s.plain("tape", (0.5, 0.37, 0.2), 0.3)
    for a, b, turn in (((0.08, -1.0, 0), (0.55, -0.45, 0.95), 6), ((1.75, -1.75, 0), (2.4, -1.3, 0.36), -14), ((1.85, -1.7, 0.36), (2.3, -1.36, 0.6), 9)):
        box(a, b, card, 0.004, turn)
        middle = (a[1] + b[1]) / 2
        box((a[0] - 0.001, middle - 0.025, b[2]), (b[0] + 0.001, middle + 0.025, b[2] + 0.001), tape, 0, turn)
    front = s.paint("sage", new_kitchen.SAGE, 0.42, 0.02, 0.03)
    for i in range(3):
        box((1.05 + i * 0.03, -1.62 - i * 0.02, 0), (1.07 + i * 0.03, -1.02, 0.73), front, 0.002, 0, (0, -10 + i))
    box((2.62, -1.42, 0.0), (2.84, -1.33, 0.055), s.plain("drill", (0.03, 0.2, 0.19), 0.4), 0.015, 35)
    rod((2.68, -1.33, 0.03), (2.6, -1.24, 0.03), 0.022, s.plain("drill grip", (0.02, 0.02, 0.02), 0.5))


def worktop():
    new_kitchen.room()
    daylight(sun=3.4, sky=1.0, fill=1.15)
    new_kitchen.splash()
    new_kitchen.carcasses("all")
    new_kitchen.worktop(sink=False)
    steel, black, orange = s.brushed("clamp", along="z"), s.plain("clamp jaw", (0.03, 0.03, 0.03), 0.5), s.plain("clamp grip", (0.6, 0.16, 0.02), 0.45)
    for x in (1.35, 2.6):
        rod((x, -0.655, 0.66), (x, -0.655, 1.02), 0.008, steel)
        box((x - 0.015, -0.67, 0.902), (x + 0.015, -0.56, 0.925), black, 0.004)
        box((x - 0.015, -0.67, 0.825), (x + 0.015, -0.58, 0.852), black, 0.004)
        rod((x, -0.6, 0.82), (x, -0.6, 0.7), 0.013, orange)
    box((0.9, -0.35, 0.902), (1.5, -0.3, 0.95), s.plain("level", (0.6, 0.45, 0.03), 0.35), 0.004, 6)
    box((1.17, -0.356, 0.915), (1.24, -0.29, 0.94), s.plain("vial", (0.3, 0.55, 0.05), 0.2), 0.003, 6)
    rod((2.5, -0.5, 0.912), (2.66, -0.46, 0.912), 0.005, s.plain("pencil", (0.5, 0.06, 0.03), 0.5))
    box((2.75, -0.4, 0.9), (2.95, -0.3, 0.903), s.plain("sandpaper", (0.35, 0.16, 0.08), 0.95), 0, 30)
    rng = random.Random(6)
    dust = s.rubble("saw dust", (0.55, 0.37, 0.2), (0.42, 0.27, 0.13))
    for _ in range(420):
        stone((rng.gauss(1.94, 0.35), min(-0.02, rng.gauss(-0.52, 0.05)), 0.9015), rng.uniform(0.002, 0.006), dust, rng)
