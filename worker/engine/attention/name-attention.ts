import {
  contentField,
  fieldHead,
  numberField,
  readStrings,
  splitMessage,
} from '../runtime/onnx/wire.ts';
import type { WireField } from '../runtime/onnx/wire.ts';

/** Fields of the messages in onnx.proto. */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5, output: 12 } as const;
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, integer: 3, type: 20 } as const;
const TENSOR = { dims: 1, dataType: 2, int64Data: 7, name: 8 } as const;
const VALUE = { name: 1, type: 2 } as const;
const TYPE = { tensor: 1 } as const;
const TENSOR_TYPE = { elementType: 1, shape: 2 } as const;
const SHAPE = { dim: 1 } as const;
const DIM = { param: 2 } as const;

const FLOAT = 1;
const INT64 = 7;
const INTEGER_ATTRIBUTE = 2;
/** Past the end of any shape. */
const END = 2 ** 31 - 1;

/** Where exporters of diffusers' UNet put each cross-attention's softmax. */
const CROSS_ATTENTION =
  /(down|mid|up)_block(?:s\.(\d+))?\/attentions\.(\d+)\/transformer_blocks\.(\d+)\/attn2\/Softmax$/;

/**
 * Makes a UNet's cross-attention maps outputs of its graph: `attention_<block>`, [rows, heads, places, tokens]
 * in float32, as docs/decisions/0023 has them. The graph's other nodes and weights keep their bytes, so it draws
 * the same pictures; data beside the file still belongs to it.
 *
 * Undefined where the graph has such outputs already, or none of its softmaxes bears the name that exporters give
 * a cross-attention (a graph whose attention is fused into one node has no maps to give).
 *
 * @param bytes a UNet's `model.onnx`
 * @throws RangeError or Error of protobufjs where the bytes are no protobuf message
 */
export function nameAttention(bytes: Uint8Array): Uint8Array | undefined {
  const model = splitMessage(bytes);
  const graph = model.find(({ id }) => id === MODEL.graph);
  if (!graph?.content) return undefined;
  const fields = splitMessage(graph.content);
  const layers = isNamed(fields) ? [] : findLayers(fields);
  if (layers.length === 0) return undefined;
  const added = [...sharedFields(), ...layers.flatMap(layerFields)];
  const length = [...fields, ...added].reduce((sum, field) => sum + field.bytes.length, 0);
  return Buffer.concat([
    ...model.filter((field) => field !== graph).map((field) => field.bytes),
    fieldHead(MODEL.graph, length),
    ...[...fields, ...added].map((field) => field.bytes),
  ]);
}

/** Whether a UNet's graph gives its attention maps as it is. */
export function hasAttention(bytes: Uint8Array): boolean {
  const graph = splitMessage(bytes).find(({ id }) => id === MODEL.graph);
  return isNamed(graph?.content ? splitMessage(graph.content) : []);
}

function isNamed(fields: readonly WireField[]): boolean {
  return fields.some(
    ({ id, content }) =>
      id === GRAPH.output &&
      readStrings(splitMessage(content!), VALUE.name)[0]?.startsWith('attention_'),
  );
}

interface Layer {
  /** Such as `attention_down_1_0`. */
  name: string;
  softmax: string;
}

function findLayers(fields: readonly WireField[]): Layer[] {
  return fields
    .filter(({ id }) => id === GRAPH.node)
    .flatMap(({ content }) => {
      const node = splitMessage(content!);
      const found = CROSS_ATTENTION.exec(readStrings(node, NODE.name)[0] ?? '');
      const [softmax] = readStrings(node, NODE.output);
      if (!found || softmax === undefined) return [];
      const [, way, block, layer, part] = found;
      const numbers = [block, layer, part === '0' ? undefined : part];
      const name = ['attention', way, ...numbers.filter((number) => number !== undefined)];
      return [{ name: name.join('_'), softmax }];
    });
}

/** The number of rows, as a list of one: some graphs count rows and heads together in their softmax. */
function sharedFields(): WireField[] {
  return [
    listOf('attention_names.first', 0),
    listOf('attention_names.second', 1),
    listOf('attention_names.last_two', -2),
    listOf('attention_names.end', END),
    listOf('attention_names.heads', -1),
    node('Shape', ['sample'], 'attention_names.sample_shape'),
    node(
      'Slice',
      ['attention_names.sample_shape', 'attention_names.first', 'attention_names.second'],
      'attention_names.rows',
    ),
  ];
}

function layerFields({ name, softmax }: Layer): WireField[] {
  const shape = `${name}.shape`;
  return [
    node('Shape', [softmax], `${name}.softmax_shape`),
    node(
      'Slice',
      [`${name}.softmax_shape`, 'attention_names.last_two', 'attention_names.end'],
      `${name}.map_shape`,
    ),
    node(
      'Concat',
      ['attention_names.rows', 'attention_names.heads', `${name}.map_shape`],
      shape,
      numberAttribute('axis', 0),
    ),
    node('Reshape', [softmax, shape], `${name}.by_row`),
    node('Cast', [`${name}.by_row`], name, numberAttribute('to', FLOAT)),
    outputOf(name),
  ];
}

function node(opType: string, inputs: string[], output: string, attribute?: WireField): WireField {
  return message(GRAPH.node, [
    ...inputs.map((input) => contentField(NODE.input, input)),
    contentField(NODE.output, output),
    contentField(NODE.name, `${output}/${opType}`),
    contentField(NODE.opType, opType),
    ...(attribute ? [attribute] : []),
  ]);
}

function numberAttribute(name: string, value: number): WireField {
  return message(NODE.attribute, [
    contentField(ATTRIBUTE.name, name),
    numberField(ATTRIBUTE.integer, value),
    numberField(ATTRIBUTE.type, INTEGER_ATTRIBUTE),
  ]);
}

/** An initializer that is a list of one whole number. */
function listOf(name: string, value: number): WireField {
  return message(GRAPH.initializer, [
    numberField(TENSOR.dims, 1),
    numberField(TENSOR.dataType, INT64),
    numberField(TENSOR.int64Data, value),
    contentField(TENSOR.name, name),
  ]);
}

function outputOf(name: string): WireField {
  const dims = ['rows', 'heads', 'places', 'tokens'].map((axis) =>
    message(SHAPE.dim, [contentField(DIM.param, `${name}_${axis}`)]),
  );
  const tensor = message(TYPE.tensor, [
    numberField(TENSOR_TYPE.elementType, FLOAT),
    message(TENSOR_TYPE.shape, dims),
  ]);
  return message(GRAPH.output, [contentField(VALUE.name, name), message(VALUE.type, [tensor])]);
}

function message(id: number, fields: readonly WireField[]): WireField {
  return contentField(id, Buffer.concat(fields.map(({ bytes }) => bytes)));
}
