"""Renders one shot of the sample kitchen: `blender -b --factory-startup --python render.py -- SHOT OUT.png [percent] [samples]`."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bpy  # noqa: E402
import numpy as np  # noqa: E402
from mathutils import Vector  # noqa: E402

import shots  # noqa: E402
from denoise import smooth_light  # noqa: E402

LAYERS = ("DiffDir", "DiffInd", "DiffCol", "GlossDir", "GlossInd", "GlossCol", "Emit", "Env", "Normal", "Depth", "Image")


def main(shot, out, percent=100, samples=48):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    eye, target, lens = shots.build(shot)
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.lens = lens
    camera.location = eye
    camera.rotation_euler = (Vector(target) - Vector(eye)).to_track_quat("-Z", "Y").to_euler()
    scene.collection.objects.link(camera)
    scene.camera = camera
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = 1600, 1200
    scene.render.resolution_percentage = percent
    cycles = scene.cycles
    cycles.samples = samples
    cycles.use_denoising = False
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces, cycles.transmission_bounces = 6, 4, 3, 2
    cycles.sample_clamp_indirect = 3
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.seed = 7
    with tempfile.TemporaryDirectory() as folder:
        layers = _layers(scene, folder)
        bpy.ops.render.render()
        passes = {name: _read(layers, name) for name in LAYERS}
    picture = _compose(passes)
    _write(scene, _expose(picture), out)


def _layers(scene, folder):
    """Asks for the light split by kind, each as its own file, so that only the noisy part is smoothed, never a texture."""
    layer = scene.view_layers[0]
    for name in ("diffuse_direct", "diffuse_indirect", "diffuse_color", "glossy_direct", "glossy_indirect", "glossy_color", "emit", "environment", "normal", "z"):
        setattr(layer, f"use_pass_{name}", True)
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    source = tree.nodes.new("CompositorNodeRLayers")
    sink = tree.nodes.new("CompositorNodeOutputFile")
    sink.base_path = folder
    sink.format.file_format = "OPEN_EXR"
    sink.format.color_depth = "32"
    sink.file_slots.clear()
    for name in LAYERS:
        sink.file_slots.new(name)
        tree.links.new(source.outputs[name], sink.inputs[name])
    return folder


def _read(folder, name):
    path = next(os.path.join(folder, f) for f in os.listdir(folder) if f.startswith(name) and f[len(name)].isdigit())
    image = bpy.data.images.load(path)
    image.colorspace_settings.name = "Non-Color"
    width, height = image.size
    data = np.empty(width * height * 4, np.float32)
    image.pixels.foreach_get(data)
    bpy.data.images.remove(image)
    return data.reshape(height, width, 4)[..., :3]


def _compose(p):
    guide = (p["Normal"], p["Depth"][..., 0])
    diffuse = smooth_light(p["DiffDir"] + p["DiffInd"], guide, levels=4, tolerance=0.7)
    gloss = smooth_light(p["GlossDir"] + p["GlossInd"], guide, levels=3, tolerance=0.8)
    rest = p["Image"] - p["DiffCol"] * (p["DiffDir"] + p["DiffInd"]) - p["GlossCol"] * (p["GlossDir"] + p["GlossInd"])
    return np.maximum(0, p["DiffCol"] * diffuse + p["GlossCol"] * gloss + rest)


def _expose(picture):
    """As a phone does: the scene's geometric mean lands on a middle grey."""
    luma = picture @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    mean = float(np.exp(np.mean(np.log(np.clip(luma, 0.004, 4.0)))))
    print("exposure", 0.24 / mean)
    return picture * (0.24 / mean)


def _write(scene, picture, out):
    height, width, _ = picture.shape
    image = bpy.data.images.new("out", width, height, float_buffer=True)
    full = np.ones((height, width, 4), np.float32)
    full[..., :3] = picture
    image.pixels.foreach_set(full.ravel())
    scene.view_settings.view_transform = "Filmic"
    scene.view_settings.look = "High Contrast"
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "RGB"
    image.save_render(out, scene=scene)


if __name__ == "__main__":
    words = sys.argv[sys.argv.index("--") + 1:]
    main(words[0], os.path.abspath(words[1]), *(int(w) for w in words[2:]))
