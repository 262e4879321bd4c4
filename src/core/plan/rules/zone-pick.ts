import type { Cond, Phrase, Pick } from './phrase.ts';
import { zoneOrder } from './vocabulary.ts';

/** "the ball on the left" of several is the leftmost of those in the left half. */
export function withZonePick(phrase: Phrase): { conditions: readonly Cond[]; picks: readonly Pick[] } {
  const settled = phrase.plural ? pluralDegrees(phrase) : phrase;
  const zones = settled.conditions.filter((c) => c.is === 'zone' && !c.corner);
  const zone = zones[0];
  if (phrase.plural || !phrase.definite || settled.picks.length > 0 || zone?.is !== 'zone') return settled;
  const side = zone.zones[0];
  if (side === undefined || side === 'middle') return settled;
  return { conditions: settled.conditions, picks: [{ is: 'order', ...zoneOrder[side], rank: 1, word: zone.word }] };
}

/** "the big balls" are those bigger than some other of them. */
function pluralDegrees(phrase: Phrase): { conditions: readonly Cond[]; picks: readonly Pick[] } {
  const vague = phrase.picks.filter(
    (p) =>
      p.is === 'order' && p.rank === 1 && p.take === undefined && p.open === undefined && !/(est|most)$/.test(p.word),
  );
  const compared: Cond[] = vague.flatMap((p) =>
    p.is === 'order'
      ? [
          {
            is: 'compare',
            op: p.direction === 'down' ? 'more' : 'less',
            measure: { is: 'now', by: p.by },
            than: { is: 'kind' },
            word: p.word,
          } as const,
        ]
      : [],
  );
  return { conditions: [...phrase.conditions, ...compared], picks: phrase.picks.filter((p) => !vague.includes(p)) };
}
