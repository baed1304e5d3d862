// The detector itself: SSDLite with MobileNet v2, trained on COCO, run by TensorFlow.js in WebAssembly (decision 0011).
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { dispose, setBackend, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { SeenObject } from '../../../domain/pictures/objects.ts';

export interface Detector {
  /** How sure it is of each thing it knows, 0 to 1. */
  readonly scoresOf: (view: ImageData) => Promise<ReadonlyMap<SeenObject, number>>;
}

/** Beside the built page: the model, and TensorFlow's WebAssembly as it came from its makers. */
const PLACE = '/objects/';

export const loadDetector = async (): Promise<Detector> => {
  setWasmPaths(PLACE);
  if (!(await setBackend('wasm'))) throw new Error('no WebAssembly for the detector');
  const model = await loadGraphModel(`${PLACE}model.json`);
  return {
    scoresOf: async (view) => {
      const input = tensor(withoutAlpha(view), [1, view.height, view.width, 3], 'int32');
      const found = await model.executeAsync(input, SCORES);
      try {
        if (Array.isArray(found)) throw new Error('the detector answers something else');
        return surestOf(found, await found.data());
      } finally {
        dispose([input, ...(Array.isArray(found) ? found : [found])]);
      }
    },
  };
};

/** One row a place on the picture, one column a class; where each thing is, another output would tell. */
const SCORES = 'Postprocessor/Slice';

const withoutAlpha = ({ data, width, height }: ImageData): Int32Array => {
  const rgb = new Int32Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 0;
    rgb[to + 1] = data[from + 1] ?? 0;
    rgb[to + 2] = data[from + 2] ?? 0;
  }
  return rgb;
};

const surestOf = ({ shape }: Tensor, scores: ArrayLike<number>): ReadonlyMap<SeenObject, number> => {
  const classes = shape.at(-1) ?? 1;
  return new Map(
    CLASSES.map(([id, is]) => {
      let most = 0;
      // Classes count from 1.
      for (let at = id - 1; at < scores.length; at += classes) most = Math.max(most, scores[at] ?? 0);
      return [is, most];
    }),
  );
};

/** COCO's numbers of what is told. https://github.com/tensorflow/models/blob/master/research/object_detection/data/mscoco_label_map.pbtxt */
const CLASSES: readonly (readonly [number, SeenObject])[] = [
  [1, 'person'],
  [2, 'bicycle'],
  [3, 'car'],
  [15, 'bench'],
  [17, 'cat'],
  [18, 'dog'],
  [62, 'chair'],
  [63, 'sofa'],
  [64, 'plant'],
  [65, 'bed'],
  [67, 'table'],
  [70, 'toilet'],
  [72, 'television'],
  [73, 'laptop'],
  [78, 'microwave'],
  [79, 'oven'],
  [80, 'toaster'],
  [81, 'sink'],
  [82, 'fridge'],
  [84, 'books'],
  [85, 'clock'],
  [86, 'vase'],
];
