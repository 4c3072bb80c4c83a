export const STATE_NAMES = { running: 'Being drawn', paused: 'Paused', finished: 'Asked for' };
