// Which room named pictures show and which of the things that can be told are on them, as one of us saw it. `null`: none of the rooms that the rule tells.
import type { SeenObject } from '../../domain/pictures/objects.ts';
import type { RoomKind } from '../../domain/pictures/room-kind.ts';

export interface RoomTruth {
  readonly file: string;
  readonly room: RoomKind | null;
  readonly objects: readonly SeenObject[];
}

type Row = readonly [file: string, room: RoomKind | null, ...objects: readonly SeenObject[]];

const truths = (folder: string, rows: readonly Row[]): readonly RoomTruth[] =>
  rows.map(([file, room, ...objects]) => ({ file: `${folder}${file}`, room, objects }));

/** The sample journey's views, drawn by this project; the type plate is no room. */
export const SAMPLE_ROOMS = truths('', [
  ['01-before.jpg', 'kitchen', 'fridge', 'oven', 'sink', 'plant'],
  ['02-before-cooker.jpg', 'kitchen', 'oven', 'sink', 'plant'],
  ['03-demolition.jpg', null],
  ['04-plumbing.jpg', null],
  ['05-electrics.jpg', null],
  ['06-plaster.jpg', null],
  ['07-tiling.jpg', null, 'table'],
  ['08-cabinets.jpg', 'kitchen'],
  ['09-worktop.jpg', 'kitchen', 'sink'],
  ['11-finished.jpg', 'kitchen', 'fridge', 'oven', 'sink', 'plant'],
]);

/**
 * Photos of real rooms in public GitHub repositories, `owner+name/path`. They may be looked at and not passed on, so they are not
 * here: `bench kinds` takes them where PLUMBLINE_ROOMS says that the repositories lie. Those of DenseDepth are from NYU Depth v2.
 */
export const REAL_ROOMS = [
  ...truths('AWRE2+beachhouse/', [
    ['images/bathroom.jpg', 'bathroom', 'sink', 'toilet'],
    ['images/bathroom.png.jpeg', 'bathroom', 'sink', 'toilet'],
    ['images/bedroom.jpg', 'bedroom', 'bed'],
    ['images/bedroom_master.jpg', 'bedroom', 'bed'],
    ['images/bedroom_twin.jpg', 'bedroom', 'bed'],
    ['images/dining.jpg', 'bedroom', 'bed', 'television'],
    ['images/diningroom.jpg', 'bedroom', 'bed'],
    ['images/dinner.jpg', 'bedroom', 'bed'],
    ['images/dinnerrr.jpg', 'dining', 'table', 'chair', 'television', 'sofa', 'vase', 'plant'],
    ['images/kitchen.jpeg', 'kitchen', 'sink', 'oven', 'microwave'],
    ['images/kitchen.jpg', 'kitchen', 'sink'],
    ['images/laundry.jpg', null],
    ['images/living.jpg', 'living', 'sofa', 'television', 'table'],
    ['images/tv-area.jpg', null, 'plant'],
    ['images/tv-area.png.jpg', 'living', 'sofa', 'television', 'table'],
  ]),
  ...truths('AWD-2069+cleanitup/', [
    ['images/bathroom.jpg', 'bathroom', 'toilet'],
    ['images/bathroom_counter.jpg', 'bathroom', 'sink'],
    ['images/bed.jpg', 'bedroom', 'bed', 'bench'],
    ['images/bed2.jpg', 'bedroom', 'bed', 'bench', 'plant'],
    ['images/bed3.jpg', 'bedroom', 'bed'],
    ['images/bed4.jpg', 'bedroom', 'bed', 'plant', 'vase'],
    ['images/clean_shower.jpg', 'bathroom'],
    ['images/cleaning_shower.jpg', 'bathroom', 'person'],
    ['images/diningroom.jpg', 'dining', 'table', 'sofa'],
    ['images/island.jpg', 'kitchen', 'chair', 'fridge', 'oven', 'plant'],
    ['images/island2.jpg', 'kitchen'],
    ['images/island3.jpg', 'kitchen', 'chair', 'plant'],
    ['images/kitchen.jpg', 'kitchen', 'sofa', 'chair'],
    ['images/kitchen2.jpg', 'kitchen', 'oven'],
    ['images/kitchen3.jpg', 'kitchen', 'chair', 'oven', 'sink'],
    ['images/kitchen4.jpg', 'kitchen', 'chair', 'table', 'fridge'],
    ['images/livingroom.jpg', 'living', 'sofa'],
    ['images/livingroom2.jpg', 'living', 'sofa', 'chair'],
    ['images/livingroom3.jpg', 'living', 'sofa', 'table', 'books', 'chair', 'plant'],
    ['images/livingroom4.jpg', 'living', 'sofa', 'plant'],
    ['images/stairs.jpg', null, 'sofa', 'plant'],
    ['images/stairs2.jpg', null, 'plant', 'table'],
  ]),
  ...truths('Bharathds12+Niyanksha-cottage/', [
    ['images/bathroom.jpg', 'bathroom', 'toilet'],
    ['images/bedroom.jpg', 'bedroom', 'bed', 'table', 'chair'],
    ['images/interior-view.jpg', null, 'bicycle', 'plant'],
    ['images/kitchen.jpg', 'kitchen', 'microwave', 'sink', 'bed'],
    ['images/living-room.jpg', 'living', 'sofa', 'chair', 'television', 'table'],
  ]),
  ...truths('nick8592+local-interior-studio/', [
    ['examples/bathroom.jpg', 'bathroom'],
    ['examples/bedroom.jpg', 'bedroom', 'bed'],
    ['examples/kitchen.jpg', 'kitchen', 'oven', 'plant', 'vase', 'table'],
    ['examples/living_room.jpg', 'living', 'person', 'sofa', 'television'],
  ]),
  ...truths('Isakzvegelj+homestay-vito/', [
    ['images/attic-bedroom.jpg', 'bedroom', 'bed', 'chair', 'table'],
    ['images/bathroom.jpg', 'bathroom', 'sink'],
    ['images/bathroom2.jpg', 'bathroom', 'sink', 'toilet'],
    ['images/bedroom1.jpg', 'bedroom', 'bed'],
    ['images/bedroom2.jpg', 'bedroom', 'bed', 'sofa', 'television'],
    ['images/kitchen.jpg', 'kitchen', 'table', 'chair', 'oven'],
  ]),
  ...truths('ialhashim+DenseDepth/', [
    ['examples/119_image.png', 'bedroom', 'bed'],
    ['examples/11_image.png', 'bathroom'],
    ['examples/140_image.png', 'bedroom', 'bed'],
    ['examples/1_image.png', 'bathroom', 'sink'],
    ['examples/267_image.png', null, 'chair', 'table', 'television', 'clock', 'books'],
    ['examples/308_image.png', 'dining', 'chair', 'table'],
    ['examples/312_image.png', 'dining', 'chair', 'table'],
    ['examples/358_image.png', null, 'chair', 'television', 'books', 'table'],
    ['examples/377_image.png', null, 'chair', 'microwave', 'sink'],
    ['examples/470_image.png', 'kitchen', 'person', 'oven', 'microwave'],
    ['examples/499_image.png', null, 'chair', 'sofa', 'books'],
    ['examples/626_image.png', null, 'table'],
  ]),
];
