import type { Specialist } from '../contract.ts';
import { OracleSession } from './oracle-session.ts';
import type { OracleOptions } from './truth.ts';

/** The truth as a specialist, with faults in measured doses: for tests, and to tell perception's faults from reasoning's. */
export function oracleSpecialist(options: OracleOptions): Specialist {
  return {
    id: 'oracle',
    summary: 'Gives true masks, names, depths, looks and movements of a known scene, with faults as configured.',
    provides: ['masks', 'boxes', 'labels', 'depth', 'appearance', 'motion'],
    needs: [],
    cost: { msPerFrame: 0.1, msPerRegion: 0.1 },
    cannot: ['answer about scenes whose truth it was not given'],
    load: async () => {},
    open: (stream) => new OracleSession(options, options.seed ?? stream.seed),
    dispose: async () => {},
  };
}
