import type { Attribute, Specialist } from '../contract.ts';
import { OracleSession } from './oracle-session.ts';
import type { OracleOptions } from './truth.ts';

/** The truth as a specialist, with faults in measured doses: for tests, and to tell perception's faults from reasoning's. */
export function oracleSpecialist(options: OracleOptions): Specialist {
  const summary = 'Gives true masks and names of a known scene, with faults as configured.';
  return specialist('oracle', summary, ['masks', 'boxes', 'labels'], [], options);
}

/**
 * All of perception from the truth: `oracle` (masks, boxes, names), `oracle-looks` (appearance), `oracle-depth` and
 * `oracle-motion`. They are several because the regions that are to be described come from the first.
 */
export function oracleSpecialists(options: OracleOptions): readonly Specialist[] {
  const give = (what: string) => `Gives true ${what} of regions of a known scene, with faults as configured.`;
  return [
    oracleSpecialist(options),
    specialist('oracle-looks', give('looks'), ['appearance'], ['masks'], options),
    specialist('oracle-depth', give('depths'), ['depth'], ['masks'], options),
    specialist('oracle-motion', give('movements'), ['motion'], [], options),
  ];
}

function specialist(
  id: string,
  summary: string,
  provides: readonly Attribute[],
  needs: readonly Attribute[],
  options: OracleOptions,
): Specialist {
  return {
    ...{ id, summary, provides, needs },
    cost: { msPerFrame: 0.1, msPerRegion: 0.1 },
    cannot: ['answer about scenes whose truth it was not given'],
    load: async () => {},
    open: (stream) => new OracleSession(options, options.seed ?? stream.seed),
    dispose: async () => {},
  };
}
