/** The name under which programs are evaluated; their stack lines are found by it. */
export const programFile = 'program.js';
