export { wordNetWords } from './word-net.ts';
