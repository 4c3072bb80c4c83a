import type { Endpoint } from '../endpoint.ts';
import * as pictures from './picture-endpoints.ts';
import * as reading from './reading-endpoints.ts';
import * as renders from './render-endpoints.ts';
import * as tables from './table-endpoints.ts';
import * as webhooks from './webhook-endpoints.ts';

/** All that the API does, in the order in which its document and its page list it. */
export const ENDPOINTS: Endpoint[] = [pictures, reading, tables, renders, webhooks].flatMap(
  (group) => Object.values(group).filter((value): value is Endpoint => 'method' in value),
);
