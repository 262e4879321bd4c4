import { InputError, MissingError } from '../base/errors.ts';
import { type Attribute, attributes, type Specialist, type SpecialistCard } from './contract.ts';

/** The specialists at hand, by id, in order of registration. Loading and running them is the pipeline's business. */
export class SpecialistRegistry {
  readonly #byId = new Map<string, Specialist>();

  constructor(specialists: Iterable<Specialist> = []) {
    for (const specialist of specialists) this.register(specialist);
  }

  /** @throws InputError for an id that is no kebab-case name, is taken, or whose specialist provides nothing known */
  register(specialist: Specialist): this {
    requireUsable(specialist);
    if (this.#byId.has(specialist.id)) {
      throw new InputError(`specialist "${specialist.id}" is registered already`, {
        remedy: 'Give the second one another id.',
        details: { id: specialist.id },
      });
    }
    this.#byId.set(specialist.id, specialist);
    return this;
  }

  get ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** @throws MissingError for an unknown id; its remedy names those that are registered */
  get(id: string): Specialist {
    const specialist = this.#byId.get(id);
    if (specialist !== undefined) return specialist;
    throw new MissingError(`there is no specialist "${id}"`, {
      remedy: this.#registered('Use'),
      details: { id, registered: this.ids },
    });
  }

  /** Every specialist that gives `attribute`, cheapest first (one frame with ten regions). */
  providing(attribute: Attribute): readonly Specialist[] {
    return [...this.#byId.values()].filter((s) => s.provides.includes(attribute)).sort((a, b) => costOf(a) - costOf(b));
  }

  /**
   * The cheapest specialist that gives `attribute`.
   * @throws MissingError when none does; its remedy says what would provide it
   */
  pick(attribute: Attribute): Specialist {
    const [cheapest] = this.providing(attribute);
    if (cheapest !== undefined) return cheapest;
    throw new MissingError(`no registered specialist provides ${attribute}`, {
      remedy: `${providers[attribute]} ${this.#registered('At hand')}`,
      details: { attribute, registered: this.ids },
    });
  }

  cards(): readonly SpecialistCard[] {
    return [...this.#byId.values()].map(cardOf);
  }

  /** @throws MissingError for an unknown id */
  card(id: string): SpecialistCard {
    return cardOf(this.get(id));
  }

  /** Frees every specialist; all are tried, the first failure is thrown after. */
  async dispose(): Promise<void> {
    const results = await Promise.allSettled([...this.#byId.values()].map((specialist) => specialist.dispose()));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  #registered(verb: string): string {
    return this.#byId.size === 0 ? 'No specialist is registered.' : `${verb}: ${this.ids.join(', ')}.`;
  }
}

function cardOf({ id, summary, provides, needs, cost, cannot }: Specialist): SpecialistCard {
  return { id, summary, provides, needs, cost, cannot };
}

const costOf = ({ cost }: Specialist): number => cost.msPerFrame + 10 * cost.msPerRegion;

/** What to add when an attribute is missing. */
const providers: Readonly<Record<Attribute, string>> = {
  masks: 'Register the classical `regions` specialist or a segmentation model.',
  boxes: 'Register the classical `regions` specialist or a detection model.',
  labels: 'Register a model that names things, such as an open-vocabulary detector.',
  depth: 'Register the classical `depth-cue` specialist or a depth model.',
  appearance: 'Register the classical `appearance` specialist or an embedding model.',
  motion: 'Register the classical `motion` specialist or an optical flow model.',
  captions: 'Register a vision-language model.',
};

function requireUsable({ id, provides, needs }: Specialist): void {
  if (!/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(id)) {
    throw new InputError(`specialist id "${id}" is not a kebab-case name`, { remedy: 'Use letters, digits, - and .' });
  }
  const unknown = [...provides, ...needs].find((attribute) => !attributes.includes(attribute));
  if (provides.length > 0 && unknown === undefined) return;
  const fault = unknown === undefined ? 'provides nothing' : `names the unknown attribute "${unknown}"`;
  throw new InputError(`specialist "${id}" ${fault}`, { remedy: `Use: ${attributes.join(', ')}.`, details: { id } });
}
