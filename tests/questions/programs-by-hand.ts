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
  {
    twin: 'desk',
    question: 'the blue thing that is smaller than every book',
    body: `${objects} return o.where(color("blue"), less(area, every(o.where(label("book")))));`,
  },
  {
    twin: 'desk',
    question: 'the thing on the desk nearest to the lamp',
    at: 1,
    body: `${objects} const l = o.where(label("lamp")).the(); return o.where(on(o.where(label("desk")).the())).except(l).min(distance(l));`,
  },
  {
    twin: 'desk',
    question: 'the book that the book under the green one lies on',
    at: 1,
    body: `${objects} const b = o.where(label("book")); return b.where(under(b.where(under(b.where(color("green")).the()))));`,
  },
  {
    twin: 'desk',
    question: 'the book nearest to the laptop that has nothing on it',
    at: 1,
    body: `${objects} const b = o.where(label("book")); return b.where(not(under(o))).min(distance(o.where(label("laptop")).the()));`,
  },
  {
    twin: 'desk',
    question: 'the books that had another book on them at the start but have none now',
    body: `${objects} const b = o.where(label("book")); return b.where(at(start, under(b)), not(under(b)));`,
  },
  {
    twin: 'desk',
    question: 'what has the man picked up since he put the blue book on the chair?',
    at: 12,
    body: `${objects} const p = twin.events("is put on", { who: o.where(label("book"), color("blue")), other: o.where(label("chair")) }).first(); return o.where(did("is carried by", { other: o.where(label("man")), after: p }));`,
  },
  {
    twin: 'desk',
    question: 'which book was the green book taken from?',
    body: `${objects} return twin.events("is taken from", { who: o.where(label("book"), color("green")) }).first().other();`,
  },
  {
    twin: 'desk',
    question: 'the last thing that the man put down',
    body: `${objects} return twin.events("is put on", { by: o.where(label("man")) }).last().who();`,
  },
  {
    twin: 'shells',
    question: 'the cup that has passed in front of another cup exactly twice',
    body: `${objects} return o.where(label("cup"), about(times("passes in front of", { other: o.where(label("cup")) }), 2));`,
  },
  {
    twin: 'shells',
    question: 'the cup that was in the middle at the start',
    body: `${objects} return o.where(label("cup"), at(start, inZone("middle")));`,
  },
  {
    twin: 'shells',
    question: 'the cup that was rightmost at the start and is in the middle now',
    body: `${objects} const c = o.where(label("cup")); return at(start, c.max(x)).and(c.where(inZone("middle")));`,
  },
  {
    twin: 'shells',
    question: 'the cup that was leftmost at the start and is leftmost again now',
    body: `${objects} const c = o.where(label("cup")); return at(start, c.min(x)).and(c.min(x));`,
  },
  {
    twin: 'shells',
    question: 'the cup with no ball in it that is closest to the green ball',
    body: `${objects} const b = o.where(label("ball")); return o.where(label("cup"), not(contains(b))).min(distance(b.where(color("green")).the()));`,
  },
  {
    twin: 'shells',
    question: 'the cup on the right',
    body: `${objects} return o.where(label("cup"), inZone("right"));`,
  },
  {
    twin: 'shells',
    question: 'which cup did the hand pick up after the yellow ball had been covered?',
    body: `${objects} const c = twin.events("is covered by").first(); return o.where(did("is carried by", { after: c }));`,
  },
  {
    twin: 'shells',
    question: 'which cups have moved so far?',
    at: 4.5,
    body: `${objects} return o.where(label("cup"), ever(moving));`,
  },
  {
    twin: 'parking',
    question: 'cars as large as the white car but not blue',
    body: `${objects} const c = o.where(label("car")); return c.where(about(area, c.where(color("white")).the()), not(color("blue")));`,
  },
  {
    twin: 'parking',
    question: 'the car between the blue one and the white one',
    body: `${objects} const c = o.where(label("car")); return c.where(between(c.where(color("blue")).the(), c.where(color("white")).the()));`,
  },
  {
    twin: 'parking',
    question: 'of the cars to the left of the van, the one nearest to the black car',
    body: `${objects} const c = o.where(label("car")); const b = c.where(color("black")).the(); return c.where(leftOf(o.where(label("van")).the())).except(b).min(distance(b));`,
  },
  {
    twin: 'parking',
    question: 'the second car to the right of the black one',
    body: `${objects} const c = o.where(label("car")); return c.where(rightOf(c.where(color("black")).the())).sortBy(x).nth(2);`,
  },
  {
    twin: 'parking',
    question: 'which car came in while the red car was away?',
    body: `${objects} const r = o.where(label("car"), color("red")); return o.where(label("car"), did("enters", { while: not(exists(r)) })).except(r);`,
  },
  {
    twin: 'parking',
    question: 'vehicles that have not moved since the green car left',
    body: `${objects} const l = twin.events("leaves", { who: o.where(label("car"), color("green")) }).first(); return o.where(label("vehicle"), not(ever(moving, { after: l })));`,
  },
  {
    twin: 'parking',
    question: 'the car that has stopped twice',
    body: `${objects} return o.where(label("car"), about(times("stops"), 2));`,
  },
  {
    twin: 'parking',
    question: 'which car stopped last?',
    body: `${objects} return twin.events("stops", { who: o.where(label("car")) }).last().who();`,
  },
  {
    twin: 'parking',
    question: 'the car that left and came back',
    body: `${objects} return o.where(label("car"), did("leaves"), did("enters"));`,
  },
  {
    twin: 'parking',
    question: 'the car that came in just before the green one',
    at: 9,
    body: `${objects} const g = twin.events("enters", { who: o.where(label("car"), color("green")) }).first(); return twin.events("enters", { who: o.where(label("car")), before: g }).last().who();`,
  },
  {
    twin: 'parking',
    question: 'whatever has come in since the red car came back',
    body: `${objects} const g = twin.events("enters", { who: o.where(label("car"), color("red")) }).last(); return o.where(did("enters", { after: g }));`,
  },
  {
    twin: 'room',
    question: 'who took the bottle?',
    body: `${objects} return twin.events("is taken from", { who: o.where(label("bottle")) }).by();`,
  },
  {
    twin: 'room',
    question: 'what has the man put down since he came in?',
    at: 8.9,
    body: `${objects} return twin.events("is put on", { by: o.where(label("man")) }).who();`,
  },
  {
    twin: 'room',
    question: 'what was put on the table after the bottle had been taken away?',
    at: 9,
    body: `${objects} const t = o.where(label("table")).the(); const k = twin.events("is taken from", { who: o.where(label("bottle")) }).first(); return o.where(did("is put on", { other: t, after: k }));`,
  },
  {
    twin: 'room',
    question: 'what did the man pick up right before the ball?',
    at: 11,
    body: `${objects} const m = o.where(label("man")); const b = twin.events("is carried by", { who: o.where(label("ball")) }).first(); return twin.events("is carried by", { other: m, before: b }).last().who();`,
  },
  {
    twin: 'room',
    question: 'who held the book before the woman took it?',
    at: 14,
    body: `${objects} const k = o.where(label("book")).the(); const w = twin.events(begins(holds(k)), { who: o.where(label("woman")) }).first(); return twin.events(begins(holds(k)), { before: w }).last().who();`,
  },
  {
    twin: 'room',
    question: 'which thing on the table is to the right of the bottle?',
    body: `${objects} return o.where(on(o.where(label("table")).the()), rightOf(o.where(label("bottle")).the()));`,
  },
  {
    twin: 'room',
    question: 'who came in while the bottle was away?',
    at: 10.2,
    body: `${objects} return o.where(label("person"), did("enters", { while: not(exists(o.where(label("bottle")))) }));`,
  },
  {
    twin: 'pets',
    question: 'the animals that have not moved since the dog let go of the ball',
    at: 11.5,
    body: `${objects} const d = o.where(label("dog")); const l = twin.events("lets go", { who: d, other: o.where(label("ball")) }).last(); return o.where(label("animal"), not(ever(moving, { after: l })));`,
  },
  {
    twin: 'pets',
    question: 'the cat behind the sofa',
    body: `${objects} return o.where(label("cat"), behind(o.where(label("sofa")).the()));`,
  },
  {
    twin: 'pets',
    question: 'which animal came in before the bird?',
    at: 13,
    body: `${objects} const b = twin.events("enters", { who: o.where(label("bird")) }).first(); return o.where(label("animal"), did("enters", { before: b }));`,
  },
  {
    twin: 'pets',
    question: 'the red thing that is smaller than the red bowl',
    body: `${objects} return o.where(color("red"), less(area, o.where(label("bowl"), color("red")).the()));`,
  },
  {
    twin: 'office',
    question: 'who touched the printer while the woman in green was touching it?',
    at: 12,
    body: `${objects} const p = o.where(label("printer")).the(); const g = o.where(label("woman"), color("green")); return o.where(label("person"), did("touches", { other: p, while: exists(g.where(touching(p))) })).except(g);`,
  },
  {
    twin: 'office',
    question: 'people who have not moved for at least three seconds',
    at: 11,
    body: `${objects} return o.where(label("person"), held(not(moving), 3));`,
  },
  {
    twin: 'office',
    question: 'who has been standing still for the last five seconds?',
    at: 11,
    body: `${objects} return o.where(label("person"), held(not(moving), 5));`,
  },
  {
    twin: 'office',
    question: 'who has touched the printer for the longest time?',
    at: 12,
    body: `${objects} return o.where(label("person")).max(duration(touching(o.where(label("printer")).the())));`,
  },
  {
    twin: 'office',
    question: 'who has touched the printer twice?',
    body: `${objects} return o.where(label("person"), about(times("touches", { other: o.where(label("printer")) }), 2));`,
  },
  {
    twin: 'office',
    question: 'who touched the desk before he touched the printer?',
    body: `${objects} const p = o.where(label("printer")); return o.where(label("man"), did("touches", { other: o.where(label("desk")), before: twin.events("touches", { who: o.where(label("man"), color("blue")), other: p }).first() }));`,
  },
  {
    twin: 'office',
    question: 'the last person who touched the printer before the box was taken',
    at: 13,
    body: `${objects} const t = twin.events("is taken from", { who: o.where(label("box")) }).first(); return twin.events("touches", { who: o.where(label("person")), other: o.where(label("printer")), before: t }).last().who();`,
  },
  {
    twin: 'office',
    question: 'who has come in twice?',
    body: `${objects} return o.where(label("person"), about(times("enters"), 2));`,
  },
  {
    twin: 'market',
    question: 'the fruit whose colour no other fruit has',
    body: `${objects} const f = o.where(label("fruit")); return f.where(not(sameColor(f)));`,
  },
  {
    twin: 'market',
    question: 'what is on the table between the green crate and the pumpkin?',
    body: `${objects} return o.where(on(o.where(label("table")).the()), between(o.where(label("pumpkin")).the(), o.where(label("crate"), color("green")).the()));`,
  },
  {
    twin: 'market',
    question: 'the red apple closest to the green apple',
    body: `${objects} const a = o.where(label("apple")); return a.where(color("red")).min(distance(a.where(color("green")).the()));`,
  },
  {
    twin: 'market',
    question: 'apples that are smaller than every orange and not green',
    body: `${objects} return o.where(label("apple"), not(color("green")), less(area, every(o.where(label("orange")))));`,
  },
  {
    twin: 'market',
    question: 'apples bigger than the green apple',
    body: `${objects} const a = o.where(label("apple")); return a.where(more(area, a.where(color("green")).the()));`,
  },
  {
    twin: 'market',
    question: 'the biggest fruit in the crate to the right of the brown one',
    body: `${objects} const c = o.where(label("crate")); return o.where(label("fruit"), inside(c.where(rightOf(c.where(color("brown")).the())))).max(area);`,
  },
  {
    twin: 'blobs',
    question: 'the things that were left of the blue round thing at the start and still are',
    body: `${objects} const b = o.where(color("blue"), shape("round")).the(); return o.where(at(start, leftOf(b)), leftOf(b));`,
  },
  {
    twin: 'blobs',
    question: 'what moved after the blue round thing had bumped into the striped one?',
    body: `${objects} const t = twin.events("touches", { who: o.where(texture("striped")) }).first(); return o.where(ever(moving, { after: t }));`,
  },
  {
    twin: 'blobs',
    question: 'what is higher up than at the start?',
    body: `${objects} return o.where(less(change(y), 0));`,
  },
  {
    twin: 'blobs',
    question: 'the one that is bigger than before',
    body: `${objects} return o.where(more(change(area), 0));`,
  },
  {
    twin: 'blobs',
    question: 'everything that has moved',
    body: `${objects} return o.where(ever(moving));`,
  },
  {
    twin: 'blobs',
    question: 'round things larger than the white one and smaller than the red one',
    at: 1,
    body: `${objects} const r = o.where(shape("round")); return r.where(more(area, r.where(color("white")).the()), less(area, r.where(color("red")).the()));`,
  },
  {
    twin: 'blobs',
    question: 'the rightmost thing in the lower half that is not round',
    body: `${objects} return o.where(inZone("bottom"), not(shape("round"))).max(x);`,
  },
  {
    twin: 'garden',
    question: 'what is behind the fence?',
    at: 1,
    body: `${objects} return o.where(behind(o.where(label("fence")).the()));`,
  },
  {
    twin: 'garden',
    question: 'what is in front of the fence?',
    body: `${objects} return o.where(inFrontOf(o.where(label("fence")).the()));`,
  },
  {
    twin: 'garden',
    question: 'what is behind the dog?',
    body: `${objects} return o.where(behind(o.where(label("dog")).the()));`,
  },
  {
    twin: 'garden',
    question: 'who is coming closer?',
    at: 4,
    body: `${objects} return o.where(heading("closer"));`,
  },
  {
    twin: 'garden',
    question: 'everything closer to the camera than the dog',
    body: `${objects} return o.where(less(depth, o.where(label("dog")).the()));`,
  },
  {
    twin: 'garden',
    question: 'the farthest of the things behind the fence',
    body: `${objects} return o.where(behind(o.where(label("fence")).the())).max(depth);`,
  },
  {
    twin: 'garden',
    question: 'the animal that has been behind the fence the whole time',
    body: `${objects} return o.where(label("animal"), always(behind(o.where(label("fence")).the())));`,
  },
  {
    twin: 'coins',
    question: 'the biggest group of coins',
    body: `${objects} return o.where(label("coin")).groups().max(count);`,
  },
  {
    twin: 'coins',
    question: 'the coins that lie apart from the others',
    at: 1,
    body: `${objects} return o.where(label("coin")).groups().where(about(count, 1)).members();`,
  },
  {
    twin: 'coins',
    question: 'the coin that was to the right of the mug at the start and is to the left of it now',
    body: `${objects} const m = o.where(label("mug")).the(); return o.where(label("coin"), at(start, rightOf(m)), leftOf(m));`,
  },
  {
    twin: 'coins',
    question: 'the coins that have not moved since the hand came in',
    body: `${objects} const m = twin.events("enters", { who: o.where(label("hand")) }).first(); return o.where(label("coin"), not(ever(moving, { after: m })));`,
  },
  {
    twin: 'coins',
    question: 'the yellow coin that lies by itself',
    body: `${objects} return o.where(label("coin")).groups().where(about(count, 1)).members().where(color("yellow"));`,
  },
  {
    twin: 'coins',
    question: 'the coins of the most common colour',
    body: `${objects} return o.where(label("coin")).groups("color").max(count);`,
  },
];
