/** Numbers with a shape, row by row, as the engine keeps them outside a session. */
export interface FloatTensor {
  data: Float32Array;
  dims: number[];
}

/** A session's input or output: dimensions that may change are named, or -1. */
export interface TensorInfo {
  name: string;
  type: string;
  dims: readonly (number | string)[];
}
