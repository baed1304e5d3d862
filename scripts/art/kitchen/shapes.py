"""Shapes the kitchen is put together from, in metres and world coordinates: boxes, tubes, turned bodies, stones."""

import math
import random

import bmesh
import bpy
from mathutils import Matrix, Vector


def _add(name, build, material, bevel=0.0, smooth=False):
    mesh = bpy.data.meshes.new(name)
    shape = bmesh.new()
    build(shape)
    bmesh.ops.recalc_face_normals(shape, faces=shape.faces)
    shape.to_mesh(mesh)
    shape.free()
    mesh.materials.append(material)
    thing = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(thing)
    if smooth:
        for face in mesh.polygons:
            face.use_smooth = True
        mesh.use_auto_smooth = True
        mesh.auto_smooth_angle = math.radians(40)
    if bevel:
        edge = thing.modifiers.new("edge", "BEVEL")
        edge.width = bevel
        edge.segments = 2
        edge.limit_method = "ANGLE"
    return thing


def box(a, b, material, bevel=0.002, turn=0.0, tilt=(0.0, 0.0)):
    """A box between two corners; `turn` (about the upright) and `tilt` (about x, y) are in degrees about its middle."""
    low = Vector(map(min, a, b))
    high = Vector(map(max, a, b))
    middle, size = (low + high) / 2, high - low

    def build(shape):
        bmesh.ops.create_cube(shape, size=1, matrix=Matrix.Translation(middle) @ Matrix.Diagonal((*size, 1)))

    thing = _add("box", build, material, min(bevel, min(size) / 3))
    if turn or tilt != (0.0, 0.0):
        spin = Matrix.Rotation(math.radians(turn), 4, "Z") @ Matrix.Rotation(math.radians(tilt[0]), 4, "X") @ Matrix.Rotation(math.radians(tilt[1]), 4, "Y")
        thing.matrix_world = Matrix.Translation(middle) @ spin @ Matrix.Translation(-middle)
    return thing


def tube(points, radius, material, smooth=True):
    """A round tube through the points (cables, pipes, taps); `smooth` rounds its corners."""
    curve = bpy.data.curves.new("tube", "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth = radius
    curve.bevel_resolution = 4
    curve.resolution_u = 10
    curve.use_fill_caps = True
    if smooth and len(points) > 2:
        line = curve.splines.new("NURBS")
        line.points.add(len(points) - 1)
        line.order_u = 3
        line.use_endpoint_u = True
    else:
        line = curve.splines.new("POLY")
        line.points.add(len(points) - 1)
    for spot, point in zip(line.points, points):
        spot.co = (*point, 1)
    curve.materials.append(material)
    thing = bpy.data.objects.new("tube", curve)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def rod(a, b, radius, material):
    return tube([a, b], radius, material, smooth=False)


def turned(at, profile, material, steps=40):
    """A body turned on a lathe: `profile` is (radius, height) from bottom to top, standing at `at`."""

    def build(shape):
        rings = []
        for radius, height in profile:
            if radius == 0:
                rings.append([shape.verts.new((at[0], at[1], at[2] + height))])
            else:
                rings.append([
                    shape.verts.new((at[0] + radius * math.cos(2 * math.pi * i / steps), at[1] + radius * math.sin(2 * math.pi * i / steps), at[2] + height))
                    for i in range(steps)
                ])
        for low, high in zip(rings, rings[1:]):
            for i in range(steps):
                j = (i + 1) % steps
                corners = [low[i % len(low)], low[j % len(low)], high[j % len(high)], high[i % len(high)]]
                unique = list(dict.fromkeys(corners))
                if len(unique) > 2:
                    shape.faces.new(unique)

    return _add("turned", build, material, smooth=True)


def ball(at, radius, material):
    return turned(at, [(radius * math.sin(math.pi * i / 14), radius * (1 - math.cos(math.pi * i / 14))) for i in range(15)], material, 28)


def stone(at, size, material, rng):
    """A broken lump, roughly `size` across."""

    def build(shape):
        bmesh.ops.create_icosphere(shape, subdivisions=2, radius=size / 2)
        stretch = Vector((rng.uniform(0.7, 1.3), rng.uniform(0.7, 1.3), rng.uniform(0.4, 0.9)))
        for vert in shape.verts:
            vert.co = Vector(c * s * rng.uniform(0.78, 1.15) for c, s in zip(vert.co, stretch))

    thing = _add("stone", build, material)
    thing.location = at
    thing.rotation_euler = [rng.uniform(0, 6.28) for _ in range(3)]
    return thing


def cloth(a, b, drop, material, folds=5, depth=0.03):
    """A hanging cloth from point a to point b (level), `drop` metres long, in soft folds."""

    def build(shape):
        across, down = 80, 24
        a_, b_ = Vector(a), Vector(b)
        side = (b_ - a_).normalized().cross(Vector((0, 0, 1)))
        grid = []
        for i in range(across + 1):
            t = i / across
            row = []
            for j in range(down + 1):
                s = j / down
                wave = math.sin(t * folds * 2 * math.pi + 0.6 * math.sin(s * 3 + t * 4)) * depth * (0.6 + 0.4 * s)
                row.append(shape.verts.new(a_.lerp(b_, t) + side * wave + Vector((0, 0, -drop * s))))
            grid.append(row)
        for i in range(across):
            for j in range(down):
                shape.faces.new([grid[i][j], grid[i + 1][j], grid[i + 1][j + 1], grid[i][j + 1]])

    return _add("cloth", build, material, smooth=True)


def heap(centre, spread, height, count, materials, seed, sizes=(0.02, 0.14)):
    """A heap of broken pieces: higher and coarser in the middle, thinning out towards the edge."""
    rng = random.Random(seed)
    for _ in range(count):
        away = abs(rng.gauss(0, 0.42))
        angle = rng.uniform(0, 2 * math.pi)
        x = centre[0] + math.cos(angle) * away * spread[0]
        y = centre[1] + math.sin(angle) * away * spread[1]
        z = height * max(0.0, 1 - away * 1.25) * rng.uniform(0.25, 1.0)
        size = sizes[0] + (sizes[1] - sizes[0]) * rng.random() ** 2.4
        material = rng.choice(materials)
        if rng.random() < 0.35:
            w, d, h = size * rng.uniform(0.7, 1.6), size * rng.uniform(0.6, 1.0), size * rng.uniform(0.1, 0.5)
            box((x - w / 2, y - d / 2, z + 0.005), (x + w / 2, y + d / 2, z + h + 0.005), material, 0.003, rng.uniform(0, 360), (rng.uniform(-35, 35), rng.uniform(-35, 35)))
        else:
            stone((x, y, z + size * 0.2), size, material, rng)
