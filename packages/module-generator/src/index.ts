export { type Target, targets } from './targets.ts';
