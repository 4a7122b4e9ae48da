import {
  type FromReachabilityPage,
  type ReachabilityState,
  toReachabilityPage,
} from '../../protocol/reachability.ts';
import { openPage } from '../openPage.ts';
import { ReachabilityPage } from '../reachability/ReachabilityPage.tsx';

openPage<ReachabilityState, FromReachabilityPage>(
  ReachabilityPage,
  toReachabilityPage,
  (state) => state.pair,
);
