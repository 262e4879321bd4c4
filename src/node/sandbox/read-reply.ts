import type { ProgramAnswer } from '../../core/reason/contract.ts';
import { ProgramError } from '../../core/reason/program-error.ts';
import type { AnswerReader, PackedAnswer } from '../../core/reason/runtime/packed-answer.ts';
import type { Trouble } from '../../core/reason/runtime/trouble.ts';
import type { TwinFrame } from '../../core/twin/program-frame.ts';

/**
 * Reads what came out of the sandbox. A program can change what its runtime says, so nothing here is trusted: ids must
 * be of the frame, scores 0..1. @throws ProgramError
 */
export function readReply(json: string, frame: TwinFrame, reader: AnswerReader): ProgramAnswer {
  const reply = parseReply(json);
  if (reply.trouble !== undefined) throw errorOf(reply.trouble);
  const answer = reply.answer === undefined ? undefined : unpack(reply.answer, reader);
  if (answer === undefined || !isAnswer(answer, new Set(frame.o.map(({ id }) => id))))
    throw new ProgramError('bad-result', 'the program gave no proper answer', {
      hint: 'return twin.objects.where(...)',
    });
  return answer;
}

interface Reply {
  readonly answer?: PackedAnswer;
  readonly trouble?: Trouble;
}

function unpack(packed: PackedAnswer, reader: AnswerReader): ProgramAnswer | undefined {
  try {
    return reader.read(packed);
  } catch {
    return undefined;
  }
}

function parseReply(json: string): Reply {
  try {
    const reply: unknown = JSON.parse(json);
    return typeof reply === 'object' && reply !== null ? reply : {};
  } catch {
    return {};
  }
}

/** The error that the runtime reported. */
export function errorOf({ code, message, hint, line, column }: Trouble): ProgramError {
  return new ProgramError(code, String(message), { hint: String(hint), line: Number(line), column: Number(column) });
}

function isAnswer({ ids, scores, explanation, warnings }: ProgramAnswer, known: ReadonlySet<number>): boolean {
  const lists = [ids, scores, explanation, warnings].every(Array.isArray) && ids.length === scores.length;
  return lists && new Set(ids).size === ids.length && ids.every((id) => known.has(id)) && scores.every(isShare);
}

const isShare = (score: unknown): boolean => typeof score === 'number' && score >= 0 && score <= 1;
