/** A gate that answers about another picture. */
process.on('message', ({ id }: { id: number }) => {
  const scores = { drawing: 1, hentai: 0, neutral: 0, porn: 0, sexy: 0 };
  process.send?.({ kind: 'scores', id: id + 1, scores });
});
process.send?.({ kind: 'ready' });
