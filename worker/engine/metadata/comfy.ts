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

/** ComfyUI's plain curves, which are each sampler's own. */
const OWN_SCHEDULES = ['normal', 'simple'];

/**
 * Reads the settings of a ComfyUI picture from its graph: the first sampler, and the texts, size
 * and model that lead to it. Undefined where the text is no such graph. Names that Easel does not
 * know are given as they are.
 */
export function readComfySettings(text: string): PictureSettings | undefined {
  const graph = parseGraph(text);
  const sampler = Object.values(graph ?? {}).find(isSampler);
  if (!graph || !sampler) return undefined;
  const read = (name: string) => findValue(graph, sampler, name);
  const scheduler = readText(read('scheduler'));
  const samplerName = readText(read('sampler_name'));
  const seed = readNumber(read('seed') ?? read('noise_seed'));
  const size = findUpstream(graph, sampler.inputs['latent_image'], ['width', 'height']);
  return {
    prompt: readPromptText(graph, findLink(graph, sampler, ['positive', 'conditioning'])),
    negativePrompt: readPromptText(graph, findLink(graph, sampler, ['negative'])),
    steps: readNumber(read('steps')),
    sampler: samplerName && (SAMPLERS[samplerName] ?? samplerName),
    schedule:
      scheduler && !OWN_SCHEDULES.includes(scheduler)
        ? (SCHEDULES[scheduler] ?? scheduler)
        : undefined,
    guidance: readNumber(read('cfg')),
    seed: seed === undefined || seed < 0 ? undefined : BigInt(Math.floor(seed)),
    widthPx: readNumber(size?.inputs['width']),
    heightPx: readNumber(size?.inputs['height']),
    model: readText(read('ckpt_name') ?? read('unet_name'))?.replace(/\.(safetensors|ckpt)$/, ''),
  };
}

/** The node that draws; `KSamplerSelect` only names a sampler for one. */
function isSampler({ class_type: type }: Node): boolean {
  return /^(KSampler|SamplerCustom)/.test(type) && type !== 'KSamplerSelect';
}

/** A value of a node itself, or of the nearest node before it that has one. */
function findValue(graph: Graph, node: Node, name: string): unknown {
  const own = node.inputs[name];
  if (own !== undefined && !isLink(own)) return own;
  const links = own === undefined ? Object.values(node.inputs).filter(isLink) : [own];
  for (const link of links) {
    const found = findUpstream(graph, link, [name])?.inputs[name];
    if (found !== undefined) return found;
  }
  return own === undefined ? undefined : findUpstream(graph, own, ['value'])?.inputs['value'];
}

/** The link by one of these names, of a sampler or of the guider before it. */
function findLink(graph: Graph, node: Node, names: string[]): unknown {
  const guider = node.inputs['guider'];
  const holder = Array.isArray(guider) ? (graph[String(guider[0])] ?? node) : node;
  return names.map((name) => holder.inputs[name]).find(isLink);
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

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
