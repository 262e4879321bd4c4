interface ByHand {
  readonly twin: string;
  readonly question: string;
  readonly at?: number;
  readonly body: string;
}

const objects = 'const o = twin.objects;';
const ball = `${objects} const ball = o.where(label("ball"), color("orange")).the(); const kids = o.where(label("child"));`;

/** Programs for hard rows, written without the planner. */
export const programsByHand: readonly ByHand[] = [
  {
    twin: 'kitchen',
    question: 'the mug whose handle is not the same colour as the mug itself',
    body: 'const h = twin.parts.where(label("handle")); return twin.objects.where(label("mug"), hasPart(h), not(withOne(h, hasPart, sameColor)));',
  },
  {
    twin: 'kitchen',
    question: 'mugs that are bigger than the red mug and smaller than the blue one',
    body: `${objects} const mugs = o.where(label("mug")); return mugs.where(more(area, mugs.where(color("red")).the()), less(area, mugs.where(color("blue")).the()));`,
  },
  {
    twin: 'kitchen',
    question: 'the handle of the mug that contains the spoon',
    body: `${objects} return o.where(label("mug"), contains(o.where(label("spoon")))).parts("handle");`,
  },
  {
    twin: 'kitchen',
    question: 'what did the person pick up before the kettle?',
    body: `${objects} const p = o.where(label("person")); const k = twin.events("is carried by", { who: o.where(label("kettle")), other: p }).first(); return twin.events("is carried by", { other: p, before: k }).who();`,
  },
  {
    twin: 'kitchen',
    question: 'what was taken from the table and later put back on it?',
    body: `${objects} const t = o.where(label("table")).the(); return o.where(did("is taken from", { other: t }), did("is put on", { other: t }));`,
  },
  {
    twin: 'street',
    question: 'who came in after the white car had left?',
    at: 11,
    body: `${objects} const l = twin.events("leaves", { who: o.where(label("car"), color("white")) }).first(); return o.where(label("person"), did("enters", { after: l }));`,
  },
  {
    twin: 'street',
    question: 'which vehicles have not moved since the white car left?',
    body: `${objects} const l = twin.events("leaves", { who: o.where(label("car"), color("white")) }).first(); return o.where(label("vehicle"), not(ever(moving, { after: l })));`,
  },
  {
    twin: 'street',
    question: 'who held the bag before the woman in red?',
    at: 13,
    body: `${objects} const bag = o.where(label("bag")).the(); const w = twin.events(begins(holds(bag)), { who: o.where(label("woman")) }).first(); return twin.events(begins(holds(bag)), { before: w }).last().who();`,
  },
  {
    twin: 'street',
    question: 'whatever is behind the bus',
    at: 3.6,
    body: `${objects} return o.where(behind(o.where(label("bus")).the()));`,
  },
  {
    twin: 'street',
    question: 'what is the person in front of the bus holding?',
    body: `${objects} return o.where(heldBy(o.where(label("person"), inFrontOf(o.where(label("bus")).the()))));`,
  },
  {
    twin: 'street',
    question: 'the vehicle nearest to the tree',
    body: `${objects} return o.where(label("vehicle")).min(distance(o.where(label("tree")).the()));`,
  },
  {
    twin: 'street',
    question: 'what is moving?',
    at: 4,
    body: 'return twin.objects.where(moving);',
  },
  {
    twin: 'street',
    question: 'the man who took the bag from the bench',
    at: 12,
    body: `${objects} return twin.events("is taken from", { who: o.where(label("bag")), other: o.where(label("bench")) }).by();`,
  },
  {
    twin: 'bottles',
    question: 'what is between the box and the blue jar?',
    body: `${objects} return o.where(between(o.where(label("box")).the(), o.where(label("jar"), color("blue")).the()));`,
  },
  {
    twin: 'bottles',
    question: 'what left the picture and came back?',
    body: 'return twin.objects.where(did("leaves"), did("enters"));',
  },
  {
    twin: 'bottles',
    question: 'everything the hand picked up before it left the picture for the first time',
    body: `${objects} const h = o.where(label("hand")); return o.where(did("is carried by", { before: twin.events("leaves", { who: h }).first() }));`,
  },
  {
    twin: 'bottles',
    question: 'the bottle on the white shelf that is closest to the box',
    body: `${objects} const s = o.where(label("shelf"), color("white")).the(); return o.where(label("bottle"), on(s)).min(distance(o.where(label("box")).the()));`,
  },
  {
    twin: 'playground',
    question: 'who held the orange ball right after the child in blue?',
    body: `${ball} const b = twin.events(begins(holds(ball)), { who: kids.where(color("blue")) }).first(); return twin.events(begins(holds(ball)), { who: kids.where(not(color("blue"))), after: b }).first().who();`,
  },
  {
    twin: 'playground',
    question: 'the child who has held the orange ball twice',
    body: `${ball} return kids.where(about(times(begins(holds(ball))), 2));`,
  },
  {
    twin: 'playground',
    question: 'who has had the orange ball for the longest time so far?',
    at: 8.5,
    body: `${ball} return kids.max(duration(holds(ball)));`,
  },
  {
    twin: 'playground',
    question: 'who has held the orange ball the longest?',
    at: 5.5,
    body: `${ball} return kids.max(duration(holds(ball)));`,
  },
  {
    twin: 'playground',
    question: 'the child who was holding the orange ball when the child in yellow first came in',
    body: `${ball} return kids.where(at(twin.events("enters", { who: kids.where(color("yellow")) }).first(), holds(ball)));`,
  },
  {
    twin: 'playground',
    question: 'who was right of the child in blue at the start and is left of that child now?',
    body: `${ball} const b = kids.where(color("blue")).the(); return kids.where(at(start, rightOf(b)), leftOf(b));`,
  },
  {
    twin: 'playground',
    question: 'the children that have not moved since the dog caught the ball',
    body: `${ball} const c = twin.events("is carried by", { other: o.where(label("dog")) }).first(); return kids.where(not(ever(moving, { after: c })));`,
  },
  {
    twin: 'conveyor',
    question: 'what stopped and then started again?',
    body: 'const s = twin.events("stops").first(); return twin.objects.where(did("stops"), did("starts", { after: s }));',
  },
  {
    twin: 'conveyor',
    question: 'which round thing lies between the green thing and the round red thing?',
    at: 9,
    body: `${objects} return o.where(shape("round"), between(o.where(color("green")).the(), o.where(color("red"), shape("round")).the()));`,
  },
  {
    twin: 'conveyor',
    question: 'what did the orange thing touch after it had let go of the red one?',
    body: `${objects} const a = o.where(color("orange")).the(); const l = twin.events("lets go", { who: a, other: o.where(color("red")) }).first(); return twin.events("touches", { who: a, after: l }).other();`,
  },
  {
    twin: 'conveyor',
    question: 'things that came in before the red box was put into the black box',
    at: 5,
    body: `${objects} const p = twin.events("is put in", { other: o.where(color("black")) }).first(); return o.where(did("enters", { before: p }));`,
  },
];
