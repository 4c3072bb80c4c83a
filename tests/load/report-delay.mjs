// Loaded into a measured process: reports its event-loop delay to the test that started it.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('message', (message) => {
  if (message === 'delay: start') delay.reset();
  if (message === 'delay: read') process.send?.({ delayP99Ms: delay.percentile(99) / 1e6 });
});
