/** What a thing is for, as people ask for it. Keys are labels of the true twin. */
export const functionWordings: Readonly<Record<string, readonly string[]>> = {
  'thing to drink from': [
    'something to drink from',
    'what could one drink from?',
    'what is used to hold drinks?',
    'what would you drink from?',
  ],
  'thing to sit on': ['something to sit on', 'what could one sit on?', 'what is there to sit on?'],
  'thing to eat': ['something to eat', 'what could one eat?', 'the things to eat', 'what is there to eat?'],
  'thing to read': ['something to read', 'what could one read?'],
  'thing to write with': ['something to write with', 'what could one write with?'],
  'thing to carry things in': ['something to carry things in', 'what could one carry things in?'],
};
