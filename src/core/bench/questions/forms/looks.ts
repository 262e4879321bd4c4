import { coloredPhrase, colorsOf, kindPhrase, pickReference, sharedNouns, texturedPhrase } from '../phrase.ts';
import { pickOf } from '../pick.ts';
import { asked, type Form } from './form.ts';
import { functionWordings } from './functions.ts';

/** "the red mug", "the striped ball". */
export const looked: Form = {
  name: 'semantic/looked',
  kind: 'semantic',
  make(cast, random) {
    const phrase = pickReference(cast, random, { looks: true });
    if (phrase === undefined) return undefined;
    const text = asked(random, `the ${phrase.words}`);
    return {
      text,
      steps: phrase.steps,
      body: `return twin.objects.where(${phrase.conditions});`,
      names: [`the ${phrase.words}`],
      needs: { appearance: true },
    };
  },
};

/** "the plate": called so, and alone in that. */
export const named: Form = {
  name: 'semantic/named',
  kind: 'semantic',
  make(cast, random) {
    const phrase = pickReference(cast, random, { looks: false });
    if (phrase === undefined) return undefined;
    return {
      text: asked(random, `the ${phrase.words}`),
      steps: phrase.steps,
      body: `return twin.objects.where(${phrase.conditions});`,
      names: [`the ${phrase.words}`],
      needs: {},
    };
  },
};

/** "something to sit on": meant by what it is for. */
export const purposed: Form = {
  name: 'semantic/function',
  kind: 'semantic',
  make(cast, random) {
    const uses = [...new Set(cast.wholes.flatMap(({ functions }) => functions))].filter(
      (use) => use in functionWordings,
    );
    if (uses.length === 0) return undefined;
    const use = random.pick(uses);
    const fitting = cast.wholes.filter(({ functions }) => functions.includes(use));
    return {
      text: random.pick(functionWordings[use]!),
      steps: [{ op: 'function', text: `find what is a ${use}` }],
      body: `return twin.objects.where(label("${use}"));`,
      names: [`the ${use}`],
      needs: {},
      several: fitting.length > 1,
    };
  },
};

/** "the red thing to drink from". */
export const lookedFunction: Form = {
  name: 'semantic/function-look',
  kind: 'semantic',
  make(cast, random) {
    const options = cast.wholes.flatMap(({ functions, color }) =>
      color === undefined ? [] : functions.filter((use) => use in functionWordings).map((use) => ({ use, color })),
    );
    const one = pickOf(random, options);
    if (one === undefined) return undefined;
    const { use, color } = one;
    return {
      text: random.pick([`the ${color} ${use}`, `the ${use} that is ${color}`, `find me a ${use} that is ${color}`]),
      steps: [
        { op: 'function', text: `find what is a ${use}` },
        { op: 'look', text: `keep what is ${color}` },
      ],
      body: `return twin.objects.where(label("${use}"), color("${color}"));`,
      names: [`the ${color} ${use}`],
      needs: { appearance: true },
    };
  },
};

/** "the purple fruit": the noun and the colour are there, but not together. */
export const absent: Form = {
  name: 'semantic/absent',
  kind: 'semantic',
  absent: true,
  make(cast, random) {
    const noun = pickOf(random, sharedNouns(cast, 1));
    if (noun === undefined) return undefined;
    const { members } = kindPhrase(cast, noun);
    const others = colorsOf(cast.wholes).filter((color) =>
      members.every((member) => member.color !== undefined && member.color !== color),
    );
    const color = pickOf(random, others);
    if (color === undefined) return undefined;
    const texture = random.next() < 0.3 && texturedPhrase(cast, 'striped', noun).members.length === 0;
    const phrase = texture ? texturedPhrase(cast, 'striped', noun) : coloredPhrase(cast, color, noun);
    return {
      text: asked(random, `the ${phrase.words}`),
      steps: phrase.steps,
      body: `return twin.objects.where(${phrase.conditions});`,
      names: [`the ${phrase.words}`],
      needs: { appearance: true },
    };
  },
};
