export { quickJsSandbox } from './quick-js-sandbox.ts';
