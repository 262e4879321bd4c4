import { instant, type Step } from './rule.ts';

/** What happens between two so shortly before or after they become one, or come apart, is that. */
const aboutSeconds = 0.5;
/** What begins or ends with the one body in the frame in which it changes, or the next, is that of its piece. */
const frameSeconds = 0.05;

/** Does what seems to begin or end between two only say that they, or one of them and a third, joined or parted? */
export const isJoining = ({ joinings }: Step, a: number, b: number, at: number): boolean =>
  joinings.some(({ whole, piece, time }) => {
    const [hasA, hasB] = [a === whole || a === piece, b === whole || b === piece];
    return Math.abs(at - time) <= (hasA && hasB ? aboutSeconds : frameSeconds) + instant && (hasA || hasB);
  });
