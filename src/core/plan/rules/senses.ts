import { changeSense } from './change-senses.ts';
import { contactSense } from './contact-senses.ts';
import type { Fact } from './fact.ts';
import type { Frame } from './frame.ts';
import { handlingSense } from './handling-senses.ts';
import { motionSense } from './motion-senses.ts';

/** What a verb with its surroundings means in the words of the twin; null where nothing of it can be seen. */
export function senseOf(frame: Frame): Fact | null {
  return handlingSense(frame) ?? contactSense(frame) ?? changeSense(frame) ?? motionSense(frame);
}
