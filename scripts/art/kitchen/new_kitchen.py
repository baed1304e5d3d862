"""The kitchen as it becomes: sage fronts, oak worktop, white metro tiles. `stage` 1 is carcasses, 2 has doors and worktop, 3 is lived in."""

import math

import surfaces as s
from room import WINDOW, ceiling_lamp, daylight, shell, window
from shapes import ball, box, cloth, rod, tube, turned

SAGE = (0.2, 0.27, 0.22)


def room(wall=None):
    white = wall or s.paint("new wall", (0.8, 0.78, 0.74), 0.7, 0.025, 0.12)
    shell(white, white, white, floor(), s.paint("new ceiling", (0.84, 0.84, 0.82), 0.9, 0.02, 0.1))
    frame = s.plain("new frame", (0.82, 0.82, 0.8), 0.3)
    window(frame, frame, s.brushed("handle", along="z"))


def floor():
    return s.tiles("new floor", "xy", (0.6, 0.6), ((0.37, 0.36, 0.34), (0.41, 0.4, 0.375)), (0.28, 0.27, 0.26), 0.003, 0.0, 0.32, (0.1, 0.25))


def splash():
    pair, joint = ((0.8, 0.8, 0.77), (0.74, 0.745, 0.72)), (0.4, 0.4, 0.385)
    back = s.tiles("metro", "xz", (0.2, 0.1), pair, joint, 0.003, 0.5, 0.12, (0, 0.0))
    box((0.64, -0.009, 0.9), (3.6, 0, WINDOW[2] - 0.03), back, 0)
    box((0.64, -0.009, WINDOW[2] - 0.03), (WINDOW[0] - 0.04, 0, 1.45), back, 0)
    box((WINDOW[1] + 0.04, -0.009, WINDOW[2] - 0.03), (3.6, 0, 1.45), back, 0)
    box((3.591, -2.25, 0.9), (3.6, -0.009, 1.5), s.tiles("metro r", "yz", (0.2, 0.1), pair, joint, 0.003, 0.5, 0.12), 0)


def carcasses(doors):
    """Base and wall units. `doors` names which fronts hang: 'all' or the number hung so far."""
    board = s.plain("carcass", (0.74, 0.73, 0.7), 0.45)
    front = s.paint("sage", SAGE, 0.42, 0.02, 0.03)
    if doors == "all":
        box((2.998, -2.268, 0), (3.6, -2.25, 0.86), front, 0.001)
        box((1.22, -0.352, 1.44), (1.236, -0.01, 2.2), front, 0.001)
        box((2.564, -0.352, 1.44), (2.58, -0.01, 2.2), front, 0.001)
    bar = s.brushed("bar", (0.55, 0.44, 0.27), "x", 0.3)
    plinth = s.paint("plinth", (0.12, 0.16, 0.13), 0.5)
    hung = 0
    for x0, x1 in ((0.64, 1.24), (1.24, 1.54), (1.54, 2.34), (2.34, 2.94)):
        _open_box((x0, -0.56, 0.12), (x1, -0.01, 0.86), board, "y", shelf=x1 - x0 < 0.7)
        if doors == "all" or hung < doors:
            _fronts(x0, x1, front, bar, drawers=x0 < 1 or x0 > 2.3)
        hung += 1
    for y0, y1 in ((-2.25, -1.65), (-1.05, -0.6)):
        _open_box((3.02, y0, 0.12), (3.59, y1, 0.86), board, "x", shelf=True)
        if doors == "all" or hung < doors:
            box((2.998, y0 + 0.002, 0.125), (3.018, y1 - 0.002, 0.855), front, 0.0015)
            rod((2.975, y0 + 0.12, 0.79), (2.975, y1 - 0.12, 0.79), 0.006, bar)
        hung += 1
    box((2.942, -0.6, 0.125), (3.0, -0.56, 0.855), front, 0.0015)
    if doors == "all":
        box((0.64, -0.53, 0), (2.98, -0.51, 0.12), plinth)
        box((2.98, -2.25, 0), (3.06, -0.51, 0.12), plinth)
    else:
        for x in (0.7, 1.2, 1.6, 2.3, 2.9):
            for y in (-0.5, -0.08):
                turned((x, y, 0), [(0.028, 0), (0.02, 0.01), (0.015, 0.12), (0, 0.12)], s.plain("foot", (0.03, 0.03, 0.03), 0.5))
        for y in (-2.2, -1.7, -1.0, -0.65):
            turned((3.1, y, 0), [(0.028, 0), (0.02, 0.01), (0.015, 0.12), (0, 0.12)], s.plain("foot", (0.03, 0.03, 0.03), 0.5))
    for i, (x0, x1) in enumerate(((0.64, 1.22), (2.58, 3.08), (3.08, 3.58))):
        _open_box((x0, -0.33, 1.45), (x1, -0.01, 2.2), board, "y", shelf=True)
        if doors == "all" or i < doors - 2:
            box((x0 + 0.002, -0.352, 1.44), (x1 - 0.002, -0.332, 2.2), front, 0.0015)
            rod((x0 + 0.06, -0.375, 1.47), (x0 + 0.2, -0.375, 1.47), 0.006, bar)


def _open_box(a, b, board, facing, shelf):
    """A carcass open to the room: sides, bottom, top rails, back."""
    t = 0.018
    # Parts meet edge to edge: two faces in one plane would show as black specks.
    if facing == "y":
        low, high = (a[0] + t, a[1]), (b[0] - t, b[1])
        box(a, (a[0] + t, b[1], b[2]), board, 0.001)
        box((b[0] - t, a[1], a[2]), b, board, 0.001)
        box((low[0], b[1] - 0.01, a[2] + t), (high[0], b[1] - 0.001, b[2] - t), board, 0.001)
    else:
        low, high = (a[0], a[1] + t), (b[0], b[1] - t)
        box(a, (b[0], a[1] + t, b[2]), board, 0.001)
        box((a[0], b[1] - t, a[2]), b, board, 0.001)
        box((b[0] - 0.01, low[1], a[2] + t), (b[0] - 0.001, high[1], b[2] - t), board, 0.001)
    box((*low, a[2]), (*high, a[2] + t), board, 0.001)
    # Base units have two rails on top, not a lid: a sink has to hang in them.
    rails = ((low, (high[0], low[1] + 0.1)), ((low[0], high[1] - 0.1), high)) if facing == "y" else ((low, (low[0] + 0.1, high[1])), ((high[0] - 0.1, low[1]), high))
    for start, end in rails if b[2] < 1 else ((low, high),):
        box((*start, b[2] - t), (*end, b[2]), board, 0.001)
    if shelf:
        middle = (a[2] + b[2]) / 2
        back = (0, 0.01) if facing == "y" else (0.01, 0)
        box((low[0] + 0.001, low[1] + 0.02, middle), (high[0] - back[0] - 0.001, high[1] - back[1] - 0.001, middle + t), board, 0.001)


def _fronts(x0, x1, front, bar, drawers):
    heights = (0.125, 0.41, 0.66, 0.855) if drawers else (0.125, 0.855)
    for low, high in zip(heights, heights[1:]):
        box((x0 + 0.002, -0.582, low + 0.0015), (x1 - 0.002, -0.562, high - 0.0015), front, 0.0015)
        middle = (x0 + x1) / 2
        reach = min(0.16, (x1 - x0) / 3)
        rod((middle - reach, -0.607, high - 0.06), (middle + reach, -0.607, high - 0.06), 0.006, bar)
        for end in (-reach, reach):
            rod((middle + end * 0.8, -0.607, high - 0.06), (middle + end * 0.8, -0.58, high - 0.06), 0.004, bar)


def worktop(sink=True, right=True):
    oak = s.wood("oak top", (0.5, 0.3, 0.14), (0.31, 0.165, 0.07), "x", 0.36)
    oak_y = s.wood("oak top y", (0.5, 0.3, 0.14), (0.31, 0.165, 0.07), "y", 0.36)
    hole = (1.6, 2.28, -0.5, -0.12)
    staves = (-0.62, -0.575, -0.53, -0.485, -0.44, -0.395, -0.35, -0.305, -0.26, -0.215, -0.17, -0.125, -0.08, -0.01)
    for i, (y0, y1) in enumerate(zip(staves, staves[1:])):
        inside = y0 < hole[3] and y1 > hole[2]
        cuts = [0.62, 1.15 + 0.13 * math.sin(i * 5), hole[0], hole[1], 2.8 + 0.1 * math.sin(i * 3), 3.6]
        for x0, x1 in zip(cuts, cuts[1:]):
            if inside and x0 == hole[0]:
                continue
            box((x0, y0, 0.86), (x1, y1, 0.9), oak, 0.0008)
    if right:
        edges = [3.6 - 0.62 + 0.045 * i for i in range(14)] + [3.6]
        for x0, x1 in zip(edges, edges[1:]):
            box((x0, -2.26, 0.86), (x1, -0.62, 0.9), oak_y, 0.0008)
    if sink:
        steel = s.brushed("sink", (0.6, 0.6, 0.6), "x", 0.26)
        dark = s.brushed("sink bowl", (0.42, 0.42, 0.42), "y", 0.3)
        x0, x1, y0, y1 = hole
        for a, b in (((x0 - 0.015, y0 - 0.015), (x1 + 0.015, y0 + 0.012)), ((x0 - 0.015, y1 - 0.012), (x1 + 0.015, y1 + 0.015)), ((x0 - 0.015, y0), (x0 + 0.012, y1)), ((x1 - 0.012, y0), (x1 + 0.015, y1))):
            box((*a, 0.895), (*b, 0.904), steel, 0.002)
        for a, b in (((x0, y0, 0.7), (x1, y0 + 0.005, 0.9)), ((x0, y1 - 0.005, 0.7), (x1, y1, 0.9)), ((x0, y0, 0.7), (x0 + 0.005, y1, 0.9)), ((x1 - 0.005, y0, 0.7), (x1, y1, 0.9)), ((x0, y0, 0.7), (x1, y1, 0.705))):
            box(a, b, dark, 0.001)
        chrome = s.plain("tap", (0.68, 0.68, 0.68), 0.12, 1.0)
        turned((1.94, -0.07, 0.9), [(0.026, 0), (0.026, 0.05), (0.016, 0.055), (0, 0.055)], chrome)
        tube([(1.94, -0.07, 0.95), (1.94, -0.07, 1.2), (1.94, -0.09, 1.29), (1.94, -0.19, 1.3), (1.94, -0.27, 1.26), (1.94, -0.275, 1.14)], 0.012, chrome)
        rod((1.965, -0.07, 0.94), (2.03, -0.08, 0.97), 0.007, chrome)


def appliances():
    steel = s.brushed("fridge", (0.55, 0.55, 0.54), "z", 0.34)
    black = s.plain("black glass", (0.012, 0.012, 0.014), 0.06)
    dark = s.plain("seal", (0.03, 0.03, 0.03), 0.6)
    box((0.02, -0.6, 0.03), (0.61, -0.02, 2.02), s.plain("fridge body", (0.25, 0.25, 0.25), 0.4), 0.004)
    box((0.02, -0.66, 0.78), (0.61, -0.605, 2.02), steel, 0.008)
    box((0.02, -0.66, 0.05), (0.61, -0.605, 0.77), steel, 0.008)
    for low, high in ((0.88, 1.42), (0.3, 0.68)):
        rod((0.56, -0.7, low), (0.56, -0.7, high), 0.011, s.brushed("fridge bar", along="z"))
        for z in (low + 0.04, high - 0.04):
            rod((0.56, -0.7, z), (0.56, -0.66, z), 0.007, dark)
    box((3.02, -1.65, 0.12), (3.58, -1.05, 0.86), dark)
    box((2.997, -1.645, 0.2), (3.02, -1.055, 0.72), black, 0.003)
    box((2.997, -1.645, 0.725), (3.02, -1.055, 0.855), s.brushed("oven top", along="y"), 0.002)
    rod((2.96, -1.58, 0.675), (2.96, -1.12, 0.675), 0.01, s.brushed("oven bar", along="y"))
    for y in (-1.56, -1.46, -1.24, -1.14):
        rod((2.997, y, 0.79), (2.972, y, 0.79), 0.019, steel)
    box((2.9955, -1.4, 0.765), (2.998, -1.3, 0.815), black, 0.001)
    box((3.07, -1.64, 0.9), (3.55, -1.06, 0.906), black, 0.002)
    box((3.22, -1.64, 1.62), (3.6, -1.06, 1.68), steel, 0.003)
    box((3.36, -1.5, 1.68), (3.6, -1.2, 2.5), steel, 0.003)


def lived_in():
    oak = s.wood("board", (0.42, 0.24, 0.11), (0.25, 0.13, 0.05), "z", 0.5)
    box((0.78, -0.05, 0.905), (1.06, -0.025, 1.3), oak, 0.006, 0, (-7, 0))
    box((0.98, -0.09, 0.905), (1.18, -0.07, 1.18), s.wood("board b", (0.3, 0.15, 0.07), (0.16, 0.08, 0.03), "z", 0.5), 0.006, 0, (-10, 0))
    bowl = s.plain("bowl", (0.75, 0.73, 0.68), 0.25)
    turned((2.55, -0.33, 0.9), [(0, 0), (0.06, 0), (0.075, 0.015), (0.14, 0.08), (0.135, 0.08), (0.07, 0.022), (0, 0.02)], bowl)
    for i, (dx, dy, dz) in enumerate(((0, 0.05, 0.03), (0.055, -0.03, 0.03), (-0.055, -0.03, 0.03), (0, -0.01, 0.085))):
        colour = ((0.75, 0.26, 0.02), (0.72, 0.3, 0.03), (0.7, 0.5, 0.05), (0.74, 0.24, 0.02))[i]
        ball((2.55 + dx, -0.33 + dy, 0.9 + dz), 0.04, s.paint(f"fruit{i}", colour, 0.4, 0.06, 0.25))
    kettle = s.brushed("kettle", (0.6, 0.6, 0.6), "x", 0.2)
    turned((3.32, -0.85, 0.9), [(0, 0), (0.075, 0), (0.078, 0.02), (0.065, 0.17), (0.05, 0.2), (0.012, 0.21), (0.012, 0.23), (0, 0.235)], kettle)
    tube([(3.32, -0.79, 1.06), (3.32, -0.74, 1.06), (3.32, -0.72, 0.99), (3.32, -0.77, 0.93)], 0.009, s.plain("grip", (0.02, 0.02, 0.02), 0.4))
    for i, (x, tall) in enumerate(((2.98, 0.17), (3.1, 0.14), (3.2, 0.11))):
        turned((x, -0.13, 0.9), [(0, 0), (0.05, 0), (0.05, tall), (0.046, tall + 0.005), (0.046, tall + 0.025), (0, tall + 0.03)], s.plain(f"tin{i}", ((0.65, 0.62, 0.55), (0.2, 0.27, 0.22), (0.65, 0.62, 0.55))[i], 0.35))
    turned((2.2, 0.05, WINDOW[2]), [(0, 0), (0.06, 0), (0.075, 0.12), (0.07, 0.12), (0, 0.11)], s.paint("herb pot", (0.6, 0.55, 0.48), 0.7))
    for i in range(70):
        angle, up = i * 2.39996, (i % 11) / 11
        r = 0.03 + 0.075 * math.sin(math.pi * (0.25 + 0.6 * up))
        at = (2.2 + r * math.cos(angle), 0.05 + r * 0.9 * math.sin(angle), WINDOW[2] + 0.13 + 0.17 * up)
        leaf = ball(at, 0.021, s.plain(f"leaf{i % 5}", (0.05 + 0.02 * (i % 5), 0.17 + 0.025 * (i % 4), 0.03), 0.5))
        leaf.scale = (1, 1, 1)
    cloth((2.955, -1.28, 0.675), (2.955, -1.48, 0.675), 0.38, s.paint("tea towel", (0.72, 0.7, 0.64), 0.95, 0.03, 0.3), 2, 0.008)
    for x in (1.5, 2.4):
        ceiling_lamp((x, -1.6, 1.95), s.plain("shade", (0.035, 0.045, 0.04), 0.4), s.glow("bulb", (1, 0.85, 0.62), 22))


def finished():
    room()
    daylight(sun=3.6, sky=1.05, fill=1.25)
    splash()
    carcasses("all")
    worktop()
    appliances()
    lived_in()
