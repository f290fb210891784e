import { ATTAIN } from './attain';
import { COMPOSITE } from './composite';
import type { CustomFunction } from './custom-function';
import { CVLIMIT } from './cvlimit';
import { DIFFCOEF } from './diffcoef';
import { DIFFMEAN } from './diffmean';
import { DIFFSHARE } from './diffshare';
import { GROWTHCHECK } from './growthcheck';
import { GROWTHRATE } from './growthrate';
import { LEVELUP } from './levelup';
import { NEVERDROPS } from './neverdrops';
import { RETENTION } from './retention';
import { SCHOOLCHECK } from './schoolcheck';
import { SHORTFALL } from './shortfall';
import { SPLITSHARE } from './splitshare';
import { THRESHOLD } from './threshold';

/** Every custom function, in the order in which lists show them. */
export const FUNCTIONS: readonly CustomFunction[] = [
  DIFFCOEF,
  DIFFMEAN,
  DIFFSHARE,
  COMPOSITE,
  THRESHOLD,
  CVLIMIT,
  ATTAIN,
  SCHOOLCHECK,
  SHORTFALL,
  SPLITSHARE,
  GROWTHRATE,
  GROWTHCHECK,
  NEVERDROPS,
  RETENTION,
  LEVELUP,
];
