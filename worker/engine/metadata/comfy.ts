import { z } from 'zod';
import type { PictureSettings } from './settings.ts';

/** The PNG text key under which ComfyUI keeps the graph that made a picture. */
export const COMFY_KEY = 'prompt';

const nodeSchema = z.object({ class_type: z.string(), inputs: z.record(z.unknown()) });
const graphSchema = z.record(nodeSchema);
type Graph = z.infer<typeof graphSchema>;
type Node = z.infer<typeof nodeSchema>;

const SAMPLERS: Record<string, string> = {
  ddim: 'DDIM',
  lms: 'LMS',
  euler: 'Euler',
  euler_ancestral: 'Euler a',
  heun: 'Heun',
  dpm_2: 'DPM2',
  dpm_2_ancestral: 'DPM2 a',
  dpmpp_2m: 'DPM++ 2M',
  dpmpp_sde: 'DPM++ SDE',
  dpmpp_2m_sde: 'DPM++ 2M SDE',
  deis: 'DEIS',
  uni_pc: 'UniPC',
  lcm: 'LCM',
};
const SCHEDULES: Record<string, string> = {
  karras: 'Karras',
  exponential: 'Exponential',
  beta: 'Beta',
};

/**
 * Reads the settings of a ComfyUI picture from its graph: the first sampler, and the texts, size
 * and model that lead to it. Undefined where the text is no such graph.
 */
export function readComfySettings(text: string): PictureSettings | undefined {
  const graph = parseGraph(text);
  const sampler = Object.values(graph ?? {}).find((node) => node.class_type.startsWith('KSampler'));
  if (!graph || !sampler) return undefined;
  const size = findUpstream(graph, sampler.inputs['latent_image'], ['width', 'height']);
  const model = findUpstream(graph, sampler.inputs['model'], ['ckpt_name']);
  const seed = readNumber(sampler.inputs['seed'] ?? sampler.inputs['noise_seed']);
  return {
    prompt: readPromptText(graph, sampler.inputs['positive']),
    negativePrompt: readPromptText(graph, sampler.inputs['negative']),
    steps: readNumber(sampler.inputs['steps']),
    sampler: SAMPLERS[String(sampler.inputs['sampler_name'])],
    schedule: SCHEDULES[String(sampler.inputs['scheduler'])],
    guidance: readNumber(sampler.inputs['cfg']),
    seed: seed === undefined || seed < 0 ? undefined : BigInt(Math.floor(seed)),
    widthPx: readNumber(size?.inputs['width']),
    heightPx: readNumber(size?.inputs['height']),
    model: model
      ? String(model.inputs['ckpt_name']).replace(/\.(safetensors|ckpt)$/, '')
      : undefined,
  };
}

function parseGraph(text: string): Graph | undefined {
  try {
    // ComfyUI writes NaN for some inputs, which is no JSON.
    return graphSchema.safeParse(JSON.parse(text.replaceAll(/:\s*NaN\b/g, ': null'))).data;
  } catch {
    return undefined;
  }
}

function readPromptText(graph: Graph, link: unknown): string {
  const text = findUpstream(graph, link, ['text'])?.inputs['text'];
  return typeof text === 'string' ? text : '';
}

/** Follows links, nearest nodes first, to the node that holds all the named inputs as values. */
function findUpstream(graph: Graph, link: unknown, names: string[]): Node | undefined {
  const waiting = [link];
  const seen = new Set<string>();
  for (const next of waiting) {
    const id = Array.isArray(next) ? String(next[0]) : undefined;
    const node = id === undefined ? undefined : graph[id];
    if (id === undefined || !node || seen.has(id)) continue;
    seen.add(id);
    const holds = names.every(
      (name) => node.inputs[name] !== undefined && !isLink(node.inputs[name]),
    );
    if (holds) return node;
    waiting.push(...Object.values(node.inputs).filter(isLink));
  }
  return undefined;
}

function isLink(input: unknown): boolean {
  return Array.isArray(input) && input.length === 2;
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
