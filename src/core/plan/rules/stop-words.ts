/** Words that end a noun phrase: they join, ask, point or place, and name nothing. */
export const stopWords: ReadonlySet<string> = new Set(
  [
    'a an the this that these those which who whom whose what when where why how and or but nor not never no none nobody neither nor',
    'is are was were be been being am has have had does do did will would can could should may might must',
    'in on at of to from by with without for into onto upon over under above below beneath underneath behind beside besides between',
    'near next around inside outside within through across along against toward towards than as like except apart other others',
    'i you he she it we they me him us them its his her their my our your there here now then later again still',
    'left right top bottom up down away off out back in while after before until since during once ever always if because so',
    'only also else most least more less very same both all every each any some last first',
    'holding carrying wearing touching hiding covering containing approaching standing sitting lying hanging located moving placed',
    'twice thrice times again never ago seconds second minute minutes longer often here somewhere else',
    'please exactly nearest closest farthest furthest',
  ]
    .join(' ')
    .split(' '),
);
