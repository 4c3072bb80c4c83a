import '../database/own-database.ts';
import { hasRedis } from './own-redis.ts';
import { it } from 'vitest';
import { describePictures } from './picture-suite.ts';

if (hasRedis) describePictures('Redis');
else it.skip('pictures over Redis: no redis-server is installed here', () => {});
