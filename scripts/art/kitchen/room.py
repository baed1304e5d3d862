"""The room itself: walls with a window, floor, ceiling, and the daylight. x runs right, y towards the back wall (y=0), z up."""

import math

import bpy
from mathutils import Vector

import surfaces
from shapes import box, turned, rod

WIDE, DEEP, HIGH = 3.6, 4.3, 2.5
WINDOW = (1.3, 2.5, 1.08, 2.18)


def shell(back, right, left, floor, ceiling):
    """Walls, floor and ceiling with the given materials; the back wall has the window opening."""
    x0, x1, z0, z1 = WINDOW
    for a, b in (
        ((-0.3, 0, 0), (x0, 0.32, HIGH)), ((x1, 0, 0), (WIDE + 0.3, 0.32, HIGH)),
        ((x0, 0, 0), (x1, 0.32, z0)), ((x0, 0, z1), (x1, 0.32, HIGH)),
    ):
        box(a, b, back, 0)
    box((WIDE, -DEEP, 0), (WIDE + 0.3, 0, HIGH), right, 0)
    box((-0.3, -DEEP, 0), (0, 0, HIGH), left, 0)
    box((-0.3, -DEEP - 0.3, 0), (WIDE + 0.3, -DEEP, HIGH), left, 0)
    box((-0.3, -DEEP - 0.3, -0.1), (WIDE + 0.3, 0.32, 0), floor, 0)
    box((-0.3, -DEEP - 0.3, HIGH), (WIDE + 0.3, 0.32, HIGH + 0.1), ceiling, 0)


def window(frame, sill=None, handle=None):
    x0, x1, z0, z1 = WINDOW
    middle = (x0 + x1) / 2
    y0, y1 = 0.16, 0.23
    for a, b in (((x0, z0), (x1, z0 + 0.06)), ((x0, z1 - 0.06), (x1, z1)), ((x0, z0 + 0.06), (x0 + 0.06, z1 - 0.06)), ((x1 - 0.06, z0 + 0.06), (x1, z1 - 0.06)), ((middle - 0.05, z0 + 0.06), (middle + 0.05, z1 - 0.06))):
        box((a[0], y0, a[1]), (b[0], y1, b[1]), frame, 0.006)
    for left, right in ((x0 + 0.06, middle - 0.05), (middle + 0.05, x1 - 0.06)):
        for a, b in (((left, z0 + 0.06), (right, z0 + 0.11)), ((left, z1 - 0.11), (right, z1 - 0.06)), ((left, z0 + 0.11), (left + 0.05, z1 - 0.11)), ((right - 0.05, z0 + 0.11), (right, z1 - 0.11))):
            box((a[0], y0 - 0.015, a[1]), (b[0], y1, b[1]), frame, 0.006)
    if handle:
        rod((middle + 0.075, y0 - 0.04, 1.6), (middle + 0.075, y0 - 0.04, 1.48), 0.009, handle)
        rod((middle + 0.075, y0, 1.6), (middle + 0.075, y0 - 0.04, 1.6), 0.009, handle)
    if sill:
        box((x0 - 0.04, -0.06, z0 - 0.03), (x1 + 0.04, 0.17, z0), sill, 0.004)


def daylight(sun=3.0, sky=1.0, warm=False, fill=1.0, sun_from=(0.75, 1.0, 0.95)):
    """Sun and sky through the window, and the soft light of the rest of the flat behind the camera."""
    scene = bpy.context.scene
    world = bpy.data.worlds.new("sky")
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs["Color"].default_value = (0.62, 0.76, 1.0, 1)
    world.node_tree.nodes["Background"].inputs["Strength"].default_value = 0.6 * sky
    world.cycles_visibility.diffuse = False
    world.cycles.sampling_method = "NONE"
    scene.world = world
    x0, x1, z0, z1 = WINDOW
    _area("window", ((x0 + x1) / 2, 0.34, (z0 + z1) / 2), (0, -1, -0.12), (x1 - x0, z1 - z0), 95 * sky, (0.86, 0.93, 1.0))
    _area("flat", (WIDE / 2, -DEEP + 0.05, 1.5), (0, 1, 0), (2.6, 1.8), 26 * fill, (1.0, 0.95, 0.88))
    _area("bounce", (WIDE / 2, -2.2, HIGH - 0.02), (0, 0, -1), (2.4, 2.4), 16 * fill, (1.0, 0.9, 0.78) if warm else (1.0, 0.97, 0.93))
    if sun:
        lamp = bpy.data.lights.new("sun", "SUN")
        lamp.energy = sun
        lamp.angle = math.radians(1.2)
        lamp.color = (1.0, 0.9, 0.75)
        thing = bpy.data.objects.new("sun", lamp)
        thing.rotation_euler = Vector(sun_from).to_track_quat("Z", "Y").to_euler()
        scene.collection.objects.link(thing)
    view = box((-8, 6, -4), (14, 6.1, 9), surfaces.garden("garden", 3.2 * sky), 0)
    view.visible_diffuse = view.visible_shadow = False


def _area(name, at, towards, size, watts, colour):
    light = bpy.data.lights.new(name, "AREA")
    light.shape = "RECTANGLE"
    light.size, light.size_y = size
    light.energy = watts
    light.color = colour
    thing = bpy.data.objects.new(name, light)
    thing.location = at
    thing.rotation_euler = Vector(towards).to_track_quat("-Z", "Y").to_euler()
    thing.visible_camera = False
    thing.visible_glossy = name == "flat"
    bpy.context.scene.collection.objects.link(thing)


def ceiling_lamp(at, shade, bulb):
    rod((at[0], at[1], HIGH), (at[0], at[1], at[2] + 0.2), 0.004, shade)
    turned(at, [(0.17, 0.0), (0.165, 0.02), (0.06, 0.17), (0.03, 0.2), (0.0, 0.2)], shade)
    turned((at[0], at[1], at[2] + 0.03), [(0.0, 0.0), (0.04, 0.03), (0.045, 0.06), (0.02, 0.11)], bulb)
