import { inProcessSession } from '../../reason/index.ts';
import type { TwinFrame } from '../../twin/program-frame.ts';

/** The text of a program with this body. */
export const programOf = (body: string): string => `function select(twin, state) {\n  ${body}\n}`;

/** What a program answers in each frame, ascending ids; changes count at once. @throws ProgramError */
export async function idsOver(frames: readonly TwinFrame[], body: string): Promise<readonly (readonly number[])[]> {
  const session = inProcessSession(programOf(body), { hysteresisSeconds: 0, explain: 'on-change' });
  try {
    const answers: (readonly number[])[] = [];
    for (const frame of frames) answers.push([...(await session.step(frame)).ids].sort((a, b) => a - b));
    return answers;
  } finally {
    session.close();
  }
}
