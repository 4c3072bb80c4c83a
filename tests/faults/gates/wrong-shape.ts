/** A gate that speaks of other classes than those asked for. */
process.on('message', ({ id }: { id: number }) => {
  process.send?.({ kind: 'scores', id, scores: [0.1, 0.9] });
});
process.send?.({ kind: 'ready' });
