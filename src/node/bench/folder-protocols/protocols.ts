import { InputError } from '../../../core/base/index.ts';
import type { FolderProtocol } from './contract.ts';
import { davis, davisUnsup } from './davis-protocols.ts';
import { llmSegProtocol, reasonSegProtocol, refCocoProtocols } from './picture-protocols.ts';
import { expressionProtocols, reVosProtocol } from './video-protocols.ts';

/** Every protocol that a folder of predictions can be scored by. */
export const folderProtocols: readonly FolderProtocol[] = [
  davis,
  davisUnsup,
  reasonSegProtocol,
  ...refCocoProtocols,
  llmSegProtocol,
  reVosProtocol,
  ...expressionProtocols,
];

/** @throws InputError that lists the known ones */
export function folderProtocol(name: string): FolderProtocol {
  const protocol = folderProtocols.find((known) => known.name === name);
  if (protocol !== undefined) return protocol;
  throw new InputError(`there is no protocol "${name}"`, {
    remedy: `Use one of: ${folderProtocols.map((known) => known.name).join(', ')}.`,
  });
}
