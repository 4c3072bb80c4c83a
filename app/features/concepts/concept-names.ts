/** What pages call the kinds and the states. */
export const KIND_NAMES = { word: 'Word', style: 'Style' } as const;

export const STATE_NAMES = {
  draft: 'Not trained yet',
  waiting: 'Waits for its training',
  training: 'Being trained',
  stopped: 'Training stopped',
  ready: 'Ready',
  failed: 'Training failed',
} as const;
