import path from 'node:path';
import { InferenceSession, listSupportedBackends, Tensor } from 'onnxruntime-node';
import { EngineError } from '../contract/errors.ts';
import { fromFloat16Bits, toFloat16Bits } from './float16.ts';
import type { FloatTensor, TensorInfo } from './tensor.ts';

export const DEVICES = ['cpu', 'cuda', 'dml', 'coreml', 'webgpu'] as const;
export type Device = (typeof DEVICES)[number];

export interface SessionOptions {
  device?: Device;
  /** Threads within one operator; onnxruntime's own choice where it is missing. */
  threads?: number;
}

/** Adds up the time that raw `session.run` calls take. */
export interface SessionClock {
  sessionMs: number;
}

/** One ONNX graph, ready to run. Inputs are cast to the types that the graph declares. */
export interface Graph {
  readonly inputs: ReadonlyMap<string, TensorInfo>;
  readonly outputs: ReadonlyMap<string, TensorInfo>;
  /**
   * Runs the graph, for all outputs or for those named: what an output alone needs is not computed
   * where it is left out. @throws EngineError `run-failed` naming the graph's file.
   */
  run(
    feeds: Record<string, FloatTensor>,
    clock: SessionClock,
    wanted?: readonly string[],
  ): Promise<Record<string, FloatTensor>>;
  release(): Promise<void>;
}

/**
 * Opens an ONNX file on a device.
 *
 * @param bytes the file's content where it was changed; data beside the file is still found
 * @throws EngineError `device-missing` where this build of onnxruntime has no such device,
 *   `bad-model` naming `label` where the file can't be read as a graph.
 */
export async function openGraph(
  file: string,
  label: string,
  { device = 'cpu', threads }: SessionOptions = {},
  bytes?: Uint8Array,
): Promise<Graph> {
  assertDevice(device);
  const options: InferenceSession.SessionOptions = {
    executionProviders: [device],
    graphOptimizationLevel: 'all',
    // Failures are thrown; onnxruntime would also print them.
    logSeverityLevel: 4,
    ...(threads ? { intraOpNumThreads: threads } : {}),
  };
  const opening = bytes
    ? InferenceSession.create(bytes, { ...options, extra: dataBeside(file) })
    : InferenceSession.create(file, options);
  const session = await opening.catch((cause: unknown) => {
    throw openError(cause, label, device);
  });
  return new OnnxGraph(session, label);
}

/** Where a graph that comes as bytes has its `model.onnx_data`. */
function dataBeside(file: string): Record<string, unknown> {
  return { session: { model_external_initializers_file_folder_path: path.dirname(file) } };
}

function assertDevice(device: Device): void {
  const known = listSupportedBackends().map(({ name }) => name);
  if (device !== 'cpu' && !known.includes(device)) {
    throw new EngineError(
      'device-missing',
      `The device "${device}" is not part of this build. It has: ${known.join(', ')}.`,
      'EASEL_DEVICE',
    );
  }
}

function openError(cause: unknown, label: string, device: Device): EngineError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const isDevice = device !== 'cpu' && /provider|backend|cuda|webgpu|adapter/i.test(reason);
  const error = isDevice
    ? new EngineError(
        'device-missing',
        `The device "${device}" could not be started on this computer.`,
        'EASEL_DEVICE',
      )
    : new EngineError('bad-model', `${label} can't be read: it is damaged or cut short.`, label);
  error.cause = cause;
  return error;
}

class OnnxGraph implements Graph {
  readonly inputs: ReadonlyMap<string, TensorInfo>;
  readonly outputs: ReadonlyMap<string, TensorInfo>;
  readonly #session: InferenceSession;
  readonly #label: string;

  constructor(session: InferenceSession, label: string) {
    this.#session = session;
    this.#label = label;
    this.inputs = describe(session.inputMetadata);
    this.outputs = describe(session.outputMetadata);
  }

  async run(
    feeds: Record<string, FloatTensor>,
    clock: SessionClock,
    wanted: readonly string[] = [...this.outputs.keys()],
  ): Promise<Record<string, FloatTensor>> {
    const tensors: Record<string, Tensor> = {};
    for (const [name, value] of Object.entries(feeds)) {
      tensors[name] = toTensor(value, this.inputs.get(name)?.type ?? 'float32');
    }
    const startMs = performance.now();
    const results = await this.#session.run(tensors, wanted).catch((cause: unknown) => {
      const error = new EngineError('run-failed', `${this.#label} could not run.`, this.#label);
      error.cause = cause;
      throw error;
    });
    clock.sessionMs += performance.now() - startMs;
    const outputs: Record<string, FloatTensor> = {};
    for (const [name, tensor] of Object.entries(results)) outputs[name] = fromTensor(tensor);
    return outputs;
  }

  release(): Promise<void> {
    return this.#session.release();
  }
}

function describe(values: readonly InferenceSession.ValueMetadata[]): Map<string, TensorInfo> {
  return new Map(
    values.flatMap((value) =>
      value.isTensor
        ? [[value.name, { name: value.name, type: value.type, dims: value.shape }] as const]
        : [],
    ),
  );
}

function toTensor({ data, dims }: FloatTensor, type: string): Tensor {
  switch (type) {
    case 'float16':
      return new Tensor('float16', toFloat16Bits(data), dims);
    case 'float64':
      return new Tensor('float64', Float64Array.from(data), dims);
    case 'int64':
      return new Tensor(
        'int64',
        BigInt64Array.from(data, (x) => BigInt(Math.trunc(x))),
        dims,
      );
    case 'int32':
      return new Tensor('int32', Int32Array.from(data), dims);
    default:
      return new Tensor('float32', data, dims);
  }
}

function fromTensor(tensor: Tensor): FloatTensor {
  const dims = [...tensor.dims];
  const { data } = tensor;
  if (data instanceof Float32Array) return { data, dims };
  if (data instanceof Uint16Array) return { data: fromFloat16Bits(data), dims };
  return { data: Float32Array.from(data as ArrayLike<number>, Number), dims };
}
