export * from './demo/index.ts';
export { folderProtocol, folderProtocols, protocolText } from './folder-protocols/index.ts';
