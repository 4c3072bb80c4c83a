import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '../../contract/errors.ts';
import {
  readFloats,
  readStoredWeight,
  readWholes,
  renameWeight,
  writeWeight,
  writeWholes,
} from './weight.ts';
import type { StoredWeight } from './weight.ts';
import { contentField, fieldHead, readNumbers, readStrings, splitMessage } from './wire.ts';
import type { WireField } from './wire.ts';

/** Fields of `ModelProto`, `GraphProto`, `NodeProto` and `AttributeProto` in onnx.proto. */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, initializer: 5 } as const;
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, integer: 3 } as const;

/** protobuf, and so onnxruntime, reads no longer message. */
const LONGEST_GRAPH = 2 ** 31 - 1;

export interface GraphNode {
  name: string;
  opType: string;
  inputs: readonly string[];
  outputs: readonly string[];
  /** Attributes that are whole numbers. */
  integers: ReadonlyMap<string, number>;
}

/**
 * An ONNX file whose weights can be read and replaced. All else keeps its bytes, so that a file of
 * any version of ONNX comes out as it went in.
 */
export class GraphFile {
  readonly nodes: readonly GraphNode[];
  readonly label: string;
  readonly #folder: string;
  readonly #model: readonly WireField[];
  readonly #graph: readonly WireField[];
  readonly #weights: ReadonlyMap<string, { weight: StoredWeight; field: WireField }>;
  readonly #replaced = new Map<WireField, WireField>();

  private constructor(bytes: Uint8Array, folder: string, label: string) {
    this.label = label;
    this.#folder = folder;
    this.#model = splitMessage(bytes);
    this.#graph = this.#model
      .filter(({ id, content }) => id === MODEL.graph && content)
      .flatMap(({ content }) => splitMessage(content!));
    const held = (id: number) => this.#graph.filter((field) => field.id === id && field.content);
    this.nodes = held(GRAPH.node).map(({ content }) => readNode(content!));
    const weights = held(GRAPH.initializer).map((field) => {
      const weight = readStoredWeight(field.content!);
      return [weight.name, { weight, field }] as const;
    });
    this.#weights = new Map(weights);
  }

  /**
   * Reads an ONNX file.
   *
   * @throws EngineError `bad-model` naming `label` where the file can't be read as a graph.
   */
  static async read(file: string, label: string): Promise<GraphFile> {
    try {
      return new GraphFile(await readFile(file), path.dirname(file), label);
    } catch (cause) {
      throw badGraph(label, `${label} can't be read: it is damaged or cut short.`, cause);
    }
  }

  /** Where the graph's data file lies. */
  get folder(): string {
    return this.#folder;
  }

  weightDims(name: string): readonly number[] | undefined {
    return this.#weights.get(name)?.weight.dims;
  }

  weightNames(): Iterable<string> {
    return this.#weights.keys();
  }

  /** A weight's numbers, row by row; undefined where there is none, or none in floats. */
  async readWeight(name: string): Promise<Float32Array | undefined> {
    const found = this.#weights.get(name);
    if (!found) return undefined;
    const { field, weight } = found;
    const changed = this.#replaced.get(field);
    return readFloats(changed ? readStoredWeight(changed.content!) : weight, this.#folder);
  }

  /** A weight's whole numbers; undefined where there is none, or none in whole numbers. */
  readWholes(name: string): number[] | undefined {
    const found = this.#weights.get(name);
    return found && readWholes(found.weight);
  }

  /** Puts another list of whole numbers in the place of one. */
  replaceWholes(name: string, values: readonly number[]): void {
    const { weight, field } = this.#weights.get(name)!;
    this.#replaced.set(field, contentField(GRAPH.initializer, writeWholes(weight, values)));
  }

  /** A weight as it is stored, for another graph that knows it by another name. */
  copyWeight(name: string, newName: string): WireField | undefined {
    const found = this.#weights.get(name);
    const renamed = found && renameWeight(found.weight, newName);
    return renamed && contentField(GRAPH.initializer, renamed);
  }

  /** Puts other numbers in a weight's place, in its own type. */
  replaceWeight(name: string, dims: readonly number[], values: Float32Array): void {
    const { weight, field } = this.#weights.get(name)!;
    this.#replaced.set(field, contentField(GRAPH.initializer, writeWeight(weight, dims, values)));
  }

  /**
   * The whole file with its changes.
   *
   * @throws EngineError `bad-model` where it is too long for one file.
   */
  write(): Uint8Array {
    const fields = this.#graph.map((field) => (this.#replaced.get(field) ?? field).bytes);
    const length = fields.reduce((sum, { length: size }) => sum + size, 0);
    const others = this.#model.filter(({ id }) => id !== MODEL.graph).map(({ bytes }) => bytes);
    const whole = [...others, fieldHead(MODEL.graph, length), ...fields];
    if (whole.reduce((sum, { length: size }) => sum + size, 0) > LONGEST_GRAPH) {
      throw badGraph(this.label, `${this.label} is too large to change its weights at load.`);
    }
    return Buffer.concat(whole);
  }
}

function readNode(node: Uint8Array): GraphNode {
  const fields = splitMessage(node);
  const attributes = fields.filter(({ id }) => id === NODE.attribute);
  return {
    name: readStrings(fields, NODE.name)[0] ?? '',
    opType: readStrings(fields, NODE.opType)[0] ?? '',
    inputs: readStrings(fields, NODE.input),
    outputs: readStrings(fields, NODE.output),
    integers: new Map(
      attributes
        .map(({ content }) => splitMessage(content!))
        .flatMap((attribute) => {
          const [value] = readNumbers(attribute, ATTRIBUTE.integer);
          const [name] = readStrings(attribute, ATTRIBUTE.name);
          return name === undefined || value === undefined ? [] : [[name, value] as const];
        }),
    ),
  };
}

function badGraph(label: string, message: string, cause?: unknown): EngineError {
  const error = new EngineError('bad-model', message, label);
  error.cause = cause;
  return error;
}
