/** Where the browser finds a draft's drawing; undefined where there is none. */
export function drawingUrl(drawing: string, field: 'mask' | 'control'): string | undefined {
  const [, generationId] = /^generation:(.+)$/.exec(drawing) ?? [];
  return generationId ? `/generations/${generationId}/${field}` : drawing || undefined;
}
