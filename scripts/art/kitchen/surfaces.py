"""Procedural surfaces of the sample kitchen: paint, plaster, wood, tiles, brick, metal. No image files are used."""

import bpy


def _start(name, colour=(0.8, 0.8, 0.8), rough=0.5, metal=0.0):
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    nodes = material.node_tree.nodes
    shader = nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = (*colour, 1)
    shader.inputs["Roughness"].default_value = rough
    shader.inputs["Metallic"].default_value = metal
    return material, nodes, material.node_tree.links, shader


def _coordinates(nodes, links, scale=(1, 1, 1), shuffle=True):
    """Metres as texture coordinates; each object is shifted by its own random amount, so no two boards share a grain."""
    place = nodes.new("ShaderNodeTexCoord")
    mapping = nodes.new("ShaderNodeMapping")
    mapping.inputs["Scale"].default_value = scale
    links.new(place.outputs["Object"], mapping.inputs["Vector"])
    if shuffle:
        info = nodes.new("ShaderNodeObjectInfo")
        shift = nodes.new("ShaderNodeMath")
        shift.operation = "MULTIPLY"
        shift.inputs[1].default_value = 37.0
        links.new(info.outputs["Random"], shift.inputs[0])
        links.new(shift.outputs[0], mapping.inputs["Location"])
    return mapping.outputs["Vector"]


def _noise(nodes, links, vector, scale, detail=4.0, distortion=0.0):
    noise = nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = scale
    noise.inputs["Detail"].default_value = detail
    noise.inputs["Distortion"].default_value = distortion
    links.new(vector, noise.inputs["Vector"])
    return noise.outputs["Fac"]


def _ramp(nodes, links, value, stops):
    ramp = nodes.new("ShaderNodeValToRGB")
    elements = ramp.color_ramp.elements
    while len(elements) < len(stops):
        elements.new(0.5)
    for element, (at, colour) in zip(elements, stops):
        element.position = at
        element.color = (*colour, 1)
    links.new(value, ramp.inputs["Fac"])
    return ramp.outputs["Color"]


def _bump(nodes, links, shader, height, strength, distance=0.01, invert=False):
    bump = nodes.new("ShaderNodeBump")
    bump.inputs["Strength"].default_value = strength
    bump.inputs["Distance"].default_value = distance
    bump.invert = invert
    links.new(height, bump.inputs["Height"])
    previous = shader.inputs["Normal"].links
    if previous:
        links.new(previous[0].from_socket, bump.inputs["Normal"])
    links.new(bump.outputs["Normal"], shader.inputs["Normal"])


def _shade(colour, factor):
    return tuple(min(1.0, c * factor) for c in colour)


def plain(name, colour, rough=0.5, metal=0.0):
    return _start(name, colour, rough, metal)[0]


def paint(name, colour, rough=0.55, uneven=0.06, grain=0.08):
    """Painted or lacquered: nearly one colour, with the faint unevenness a roller leaves."""
    material, nodes, links, shader = _start(name, colour, rough)
    vector = _coordinates(nodes, links)
    soft = _noise(nodes, links, vector, 1.7, 5)
    links.new(
        _ramp(nodes, links, soft, [(0.3, _shade(colour, 1 - uneven)), (0.7, _shade(colour, 1 + uneven))]),
        shader.inputs["Base Color"],
    )
    if grain:
        _bump(nodes, links, shader, _noise(nodes, links, vector, 220, 2), grain, 0.002)
    return material


def plaster(name, dry, damp, damp_share=0.5, rough_look=0.25):
    """Fresh plaster: damp patches that are darker, trowel marks in the light."""
    material, nodes, links, shader = _start(name, dry, 0.85)
    # Not shuffled: a wall is made of several boxes and must not show where they meet.
    vector = _coordinates(nodes, links, shuffle=False)
    patches = _noise(nodes, links, vector, 1.1, 6, 0.4)
    edge = damp_share
    links.new(
        _ramp(nodes, links, patches, [(edge - 0.12, damp), (edge, _shade(dry, 0.93)), (edge + 0.15, dry)]),
        shader.inputs["Base Color"],
    )
    strokes = _noise(nodes, links, _coordinates(nodes, links, (1.2, 1.2, 4.5), shuffle=False), 5, 7, 1.5)
    _bump(nodes, links, shader, strokes, rough_look, 0.02)
    _bump(nodes, links, shader, _noise(nodes, links, vector, 160, 3), 0.12, 0.003)
    return material


def wood(name, light, dark, along="x", rough=0.42, fine=1.0):
    """Wood grain along one axis, from noise stretched along it."""
    material, nodes, links, shader = _start(name, light, rough)
    scale = {"x": (0.9, 14, 14), "y": (14, 0.9, 14), "z": (14, 14, 0.9)}[along]
    vector = _coordinates(nodes, links, scale)
    broad = _noise(nodes, links, vector, 1.0 * fine, 5, 1.6)
    thin = _noise(nodes, links, vector, 9.0 * fine, 3, 0.3)
    mix = nodes.new("ShaderNodeMath")
    mix.operation = "MULTIPLY_ADD"
    mix.inputs[1].default_value = 0.35
    links.new(thin, mix.inputs[0])
    links.new(broad, mix.inputs[2])
    links.new(
        _ramp(nodes, links, mix.outputs[0], [(0.48, dark), (0.66, light), (0.85, _shade(light, 1.12))]),
        shader.inputs["Base Color"],
    )
    _bump(nodes, links, shader, thin, 0.08, 0.003)
    return material


def tiles(name, plane, size, colours, joint_colour, joint=0.003, offset=0.5, rough=0.15, shift=(0, 0), wavy=0.03):
    """Tiles on the plane 'xz', 'yz' or 'xy'. `size` and `joint` in metres; `colours` are the two a tile varies between."""
    material, nodes, links, shader = _start(name, colours[0], rough)
    place = nodes.new("ShaderNodeTexCoord")
    split = nodes.new("ShaderNodeSeparateXYZ")
    join = nodes.new("ShaderNodeCombineXYZ")
    links.new(place.outputs["Object"], split.inputs[0])
    for axis, target, move in zip(plane, ("X", "Y"), shift):
        add = nodes.new("ShaderNodeMath")
        add.inputs[1].default_value = 20 + move
        links.new(split.outputs[axis.upper()], add.inputs[0])
        links.new(add.outputs[0], join.inputs[target])
    brick = nodes.new("ShaderNodeTexBrick")
    brick.offset = offset
    for key, value in (
        ("Scale", 1.0), ("Mortar Size", joint / 2), ("Mortar Smooth", 0.15), ("Brick Width", size[0]), ("Row Height", size[1]),
        ("Bias", 0.0), ("Color1", (*colours[0], 1)), ("Color2", (*colours[1], 1)), ("Mortar", (*joint_colour, 1)),
    ):
        brick.inputs[key].default_value = value
    links.new(join.outputs[0], brick.inputs["Vector"])
    links.new(brick.outputs["Color"], shader.inputs["Base Color"])
    _bump(nodes, links, shader, brick.outputs["Fac"], 0.6, 0.003, invert=True)
    if wavy:
        _bump(nodes, links, shader, _noise(nodes, links, join.outputs[0], 14, 2), wavy, 0.02)
    harder = nodes.new("ShaderNodeMath")
    harder.operation = "MULTIPLY_ADD"
    harder.inputs[1].default_value = 0.8 - rough
    harder.inputs[2].default_value = rough
    links.new(brick.outputs["Fac"], harder.inputs[0])
    links.new(harder.outputs[0], shader.inputs["Roughness"])
    return material


def masonry(name, plane, remains):
    """Old brick wall after the tiles came off: bricks, with adhesive and plaster still on `remains` (0 to 1) of it."""
    material = tiles(name, plane, (0.25, 0.078), ((0.3, 0.135, 0.09), (0.21, 0.1, 0.07)), (0.36, 0.33, 0.29), 0.016, 0.5, 0.9, wavy=0)
    nodes, links = material.node_tree.nodes, material.node_tree.links
    shader = nodes["Principled BSDF"]
    under = shader.inputs["Base Color"].links[0].from_socket
    vector = _coordinates(nodes, links, shuffle=False)
    dirt = _ramp(nodes, links, _noise(nodes, links, vector, 9, 8), [(0.3, (0.55, 0.5, 0.45)), (0.7, (1.0, 1.0, 1.0))])
    soiled = nodes.new("ShaderNodeMixRGB")
    soiled.blend_type = "MULTIPLY"
    soiled.inputs["Fac"].default_value = 1.0
    links.new(under, soiled.inputs["Color1"])
    links.new(dirt, soiled.inputs["Color2"])
    where = _noise(nodes, links, vector, 1.9, 14, 0.15)
    mask = _ramp(nodes, links, where, [(1 - remains - 0.02, (0, 0, 0)), (1 - remains + 0.02, (1, 1, 1))])
    old = _ramp(
        nodes, links, _noise(nodes, links, vector, 6, 8, 0.6),
        [(0.3, (0.43, 0.4, 0.35)), (0.5, (0.52, 0.48, 0.42)), (0.7, (0.58, 0.54, 0.48))],
    )
    mix = nodes.new("ShaderNodeMixRGB")
    links.new(mask, mix.inputs["Fac"])
    links.new(soiled.outputs[0], mix.inputs["Color1"])
    links.new(old, mix.inputs["Color2"])
    links.new(mix.outputs[0], shader.inputs["Base Color"])
    _bump(nodes, links, shader, mask, 0.9, 0.02)
    _bump(nodes, links, shader, _noise(nodes, links, vector, 40, 6), 0.5, 0.01)
    return material


def combed(name, colour, across="z"):
    """Tile adhesive drawn with a notched trowel: ridges 8 mm apart."""
    material, nodes, links, shader = _start(name, colour, 0.75)
    vector = _coordinates(nodes, links, shuffle=False)
    wave = nodes.new("ShaderNodeTexWave")
    wave.bands_direction = across.upper()
    wave.inputs["Scale"].default_value = 16
    wave.inputs["Distortion"].default_value = 1.2
    wave.inputs["Detail"].default_value = 2
    wave.inputs["Detail Scale"].default_value = 0.6
    links.new(vector, wave.inputs["Vector"])
    links.new(_ramp(nodes, links, wave.outputs["Fac"], [(0.2, _shade(colour, 0.72)), (0.8, colour)]), shader.inputs["Base Color"])
    _bump(nodes, links, shader, wave.outputs["Fac"], 1.0, 0.012)
    return material


def brushed(name, colour=(0.62, 0.62, 0.61), along="x", rough=0.28):
    material, nodes, links, shader = _start(name, colour, rough, 1.0)
    scale = {"x": (1, 160, 160), "y": (160, 1, 160), "z": (160, 160, 1)}[along]
    _bump(nodes, links, shader, _noise(nodes, links, _coordinates(nodes, links, scale), 2, 3), 0.06, 0.002)
    return material


def rubble(name, light, dark):
    material, nodes, links, shader = _start(name, light, 0.95)
    vector = _coordinates(nodes, links)
    links.new(_ramp(nodes, links, _noise(nodes, links, vector, 12, 8), [(0.3, dark), (0.65, light)]), shader.inputs["Base Color"])
    _bump(nodes, links, shader, _noise(nodes, links, vector, 50, 6), 0.8, 0.01)
    return material


def glow(name, colour, strength):
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    # Lamps of the room do the lighting; what glows here is only seen, which keeps the picture free of noise.
    material.cycles.sample_as_light = False
    nodes = material.node_tree.nodes
    nodes.remove(nodes["Principled BSDF"])
    emission = nodes.new("ShaderNodeEmission")
    emission.inputs["Color"].default_value = (*colour, 1)
    emission.inputs["Strength"].default_value = strength
    material.node_tree.links.new(emission.outputs[0], nodes["Material Output"].inputs["Surface"])
    return material


def garden(name, strength):
    """What is seen through the window: foliage and sky, out of focus."""
    material = glow(name, (1, 1, 1), strength)
    nodes, links = material.node_tree.nodes, material.node_tree.links
    place = nodes.new("ShaderNodeTexCoord")
    split = nodes.new("ShaderNodeSeparateXYZ")
    links.new(place.outputs["Object"], split.inputs[0])
    leaf = _noise(nodes, links, place.outputs["Object"], 0.9, 5, 0.6)
    green = _ramp(nodes, links, leaf, [(0.3, (0.05, 0.1, 0.03)), (0.5, (0.16, 0.27, 0.08)), (0.66, (0.5, 0.62, 0.36))])
    height = nodes.new("ShaderNodeMath")
    height.operation = "MULTIPLY_ADD"
    height.inputs[1].default_value = 2.6
    links.new(leaf, height.inputs[0])
    links.new(split.outputs["Z"], height.inputs[2])
    mask = _ramp(nodes, links, height.outputs[0], [(0.0, (0, 0, 0)), (1.0, (1, 1, 1))])
    scaled = nodes.new("ShaderNodeMapRange")
    scaled.inputs["From Min"].default_value = 3.2
    scaled.inputs["From Max"].default_value = 3.9
    links.new(height.outputs[0], scaled.inputs[0])
    mix = nodes.new("ShaderNodeMixRGB")
    mix.inputs["Color2"].default_value = (0.78, 0.88, 1.0, 1)
    links.new(scaled.outputs[0], mix.inputs["Fac"])
    links.new(green, mix.inputs["Color1"])
    links.new(mix.outputs[0], nodes["Emission"].inputs["Color"])
    nodes.remove(mask.node)
    return material
