import '../database/own-database.ts';
import { hasRedis } from '../queue/own-redis.ts';
import { it } from 'vitest';
import { describeSchedules } from './schedule-suite.ts';

if (hasRedis) describeSchedules('Redis');
else it.skip('clocks over Redis: no redis-server is installed here', () => {});
