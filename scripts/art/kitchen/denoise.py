"""Smooths path-traced light without touching edges: an a-trous wavelet filter guided by normals and depth (Dammertz et al., 2010)."""

import numpy as np


def smooth_light(light, guide, levels, tolerance):
    """`light` is (h, w, 3), already free of texture colour. Wider `levels` reach further; `tolerance` is the relative brightness step kept."""
    normal, depth = guide
    normal = normal / np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-3)
    alone = None
    depth = np.minimum(depth, 50.0)
    light = _without_fireflies(light)
    for level in range(levels):
        step = 1 << level
        total = light.copy()
        weight_sum = np.ones(depth.shape, np.float32)
        luma = light.mean(axis=2)
        # The brightness compared is itself noisy; a small blur makes the comparison about places, not about samples.
        calm = _blur(luma)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if dx == dy == 0:
                    continue
                move = (dy * step, dx * step)
                weight = 0.5 if dx == 0 or dy == 0 else 0.25
                facing = np.clip((_shift(normal, move) * normal).sum(axis=2), 0, 1) ** 32
                near = np.exp(-np.abs(_shift(depth, move) - depth) / (0.012 * step * (1 + depth * 0.4)))
                apart = np.abs(_shift(calm, move) - calm) / (calm + 0.02)
                alike = np.exp(-((apart / (tolerance / (1 + 0.5 * level))) ** 2))
                w = (weight * facing * near * alike).astype(np.float32)
                total += _shift(light, move) * w[..., None]
                weight_sum += w
        light = total / weight_sum[..., None]
        alone = weight_sum < 2.2 if alone is None else alone
    # A pixel half on each side of an edge found no neighbour like itself: it takes the median of those around it.
    around = np.median([_shift(light, (dy, dx)) for dy in (-1, 0, 1) for dx in (-1, 0, 1)], axis=0)
    return np.where(alone[..., None], around, light)


def _without_fireflies(light):
    """A pixel far brighter than all its neighbours is chance, not light."""
    luma = light.mean(axis=2)
    around = np.max([_shift(luma, m) for m in ((0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1))], axis=0)
    limit = np.minimum(1.0, (around * 1.2 + 0.01) / np.maximum(luma, 1e-6))
    return light * limit[..., None]


def _blur(plane):
    for axis in (0, 1):
        plane = 0.25 * np.roll(plane, 1, axis) + 0.5 * plane + 0.25 * np.roll(plane, -1, axis)
    return plane


def _shift(data, move):
    return np.roll(data, move, (0, 1))
