/** Words that carry nothing for a detector. */
export const articles: ReadonlySet<string> = new Set(
  'the a an all every each any some this that these those of both one its his her their my our your what which who whoever whatever exactly at least only'.split(
    ' ',
  ),
);
