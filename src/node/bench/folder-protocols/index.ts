export * from './contract.ts';
export { folderProtocol, folderProtocols } from './protocols.ts';
export { protocolText } from './report-text.ts';
