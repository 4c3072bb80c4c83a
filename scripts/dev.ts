import { runEasel } from './run-easel.ts';

await runEasel({ mode: 'development' });
