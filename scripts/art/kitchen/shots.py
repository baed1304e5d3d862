"""The shots of the sample journey: which state of the kitchen, seen from where (eye, target, lens in mm on 36 mm film)."""

import building_site
import new_kitchen
import old_kitchen

WIDE = ((0.55, -3.7, 1.5), (2.06, 0, 1.13), 22.5)
RIGHT = ((0.95, -2.75, 1.5), (3.1, -0.55, 1.0), 24)

SHOTS = {
    "before-wide": (old_kitchen.build, WIDE),
    "before-cooker": (old_kitchen.build, RIGHT),
    "demolition": (building_site.demolition, WIDE),
    "plumbing": (building_site.plumbing, ((1.5, -1.75, 1.25), (1.98, 0, 0.72), 26)),
    "electrics": (building_site.electrics, ((2.1, -2.0, 1.38), (2.98, 0, 1.12), 22)),
    "plaster": (building_site.plastered, WIDE),
    "tiling": (building_site.tiling, ((1.85, -1.85, 1.45), (3.12, -0.25, 1.06), 26)),
    "cabinets": (building_site.cabinets, WIDE),
    "worktop": (building_site.worktop, ((0.95, -1.95, 1.62), (2.25, -0.1, 0.9), 25)),
    "finished-wide": (new_kitchen.finished, WIDE),
    "finished-cooker": (new_kitchen.finished, RIGHT),
}


def build(name):
    make, view = SHOTS[name]
    make()
    return view
