import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { requestGuarded } from './guarded-request.ts';
import type { HubAccess } from './guarded-request.ts';

/** A file of a repository, and the sum by which it is checked. */
export interface HubFile {
  path: string;
  sizeBytes: number;
  sum: { kind: 'sha256' | 'git-blob'; hex: string };
}

export interface HubRepository {
  /** The commit that the revision stood for when the files were listed. */
  commit: string;
  files: HubFile[];
}

const revisionSchema = z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/) });
const treeSchema = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: z.number().int().min(0),
    oid: z.string().regex(/^[0-9a-f]{40}$/),
    lfs: z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int() }).optional(),
  }),
);

/** The parts of a diffusers ONNX folder that the engine reads. */
const WANTED =
  /^(model_index\.json|scheduler\/[\w.-]+\.json|tokenizer(_2)?\/(vocab\.json|merges\.txt|tokenizer_config\.json|special_tokens_map\.json)|(text_encoder|text_encoder_2|unet|unet_controlled|controlnet|vae_encoder|vae_decoder)\/(config\.json|model\.onnx|model\.onnx_data))$/;
const MOST_PAGES = 50;

/**
 * Lists the files of a repository that make a model folder, with sizes and sums.
 *
 * @throws EngineError `model-missing` where the hub has no such repository or it is not open to
 *   all, `run-failed` where the hub can't be reached or answers something else
 */
export async function listHubFiles(
  access: HubAccess,
  repository: string,
  revision: string,
): Promise<HubRepository> {
  const api = `${access.hubUrl}/api/models/${repository}`;
  const about = await getJson(
    `${api}/revision/${encodeURIComponent(revision)}`,
    access,
    revisionSchema,
  );
  const files: HubFile[] = [];
  let page: string | undefined = `${api}/tree/${about.value.sha}?recursive=true`;
  for (let pages = 0; page && pages < MOST_PAGES; pages++) {
    const tree: Page<z.infer<typeof treeSchema>> = await getJson(page, access, treeSchema);
    for (const { type, path, size, oid, lfs } of tree.value) {
      if (type !== 'file' || !isWanted(path)) continue;
      files.push(
        lfs
          ? { path, sizeBytes: lfs.size, sum: { kind: 'sha256', hex: lfs.oid } }
          : { path, sizeBytes: size, sum: { kind: 'git-blob', hex: oid } },
      );
    }
    page = tree.next;
  }
  return { commit: about.value.sha, files };
}

/** Whether a path is one of a model folder's own; it can't lead out of the folder. */
export function isWanted(path: string): boolean {
  return WANTED.test(path);
}

/** Where the bytes of a file are. */
export function hubFileUrl(
  access: HubAccess,
  repository: string,
  commit: string,
  path: string,
): string {
  return `${access.hubUrl}/${repository}/resolve/${commit}/${path}`;
}

interface Page<T> {
  value: T;
  next: string | undefined;
}

async function getJson<T>(url: string, access: HubAccess, schema: z.ZodType<T>): Promise<Page<T>> {
  const response = await requestGuarded(url, access).catch((cause: unknown) => {
    if (cause instanceof EngineError) throw cause;
    throw hubFault('The hub cannot be reached. Is this computer online?', cause);
  });
  if (response.statusCode !== 200) {
    response.destroy();
    if ([401, 403, 404].includes(response.statusCode ?? 0)) {
      throw new EngineError(
        'model-missing',
        'The hub has no such model that is open to all.',
        'hub',
      );
    }
    throw hubFault(`The hub answered with an error (${response.statusCode}). Try again later.`);
  }
  const parsed = schema.safeParse(await json(response).catch(() => undefined));
  if (!parsed.success) throw hubFault('The hub answered something that is no list of files.');
  const links = [response.headers.link ?? ''].flat().join(', ');
  const next = /<([^>]+)>;\s*rel="next"/.exec(links)?.[1];
  return { value: parsed.data, next };
}

function hubFault(message: string, cause?: unknown): EngineError {
  const error = new EngineError('run-failed', message, 'hub');
  error.cause = cause;
  return error;
}
