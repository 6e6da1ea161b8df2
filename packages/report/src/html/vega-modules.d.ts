// The parts of Vega have no types of their own; vega-typings has those of the whole.
declare module 'vega-dataflow' {
  /** By name: what a specification can ask for. */
  export const transforms: Record<string, unknown>;
}
declare module 'vega-parser' {
  export { parse } from 'vega-typings';
}
declare module 'vega-view' {
  export { View } from 'vega-typings';
}
declare module 'vega-transforms' {
  export const collect: unknown;
  export const extent: unknown;
  export const sieve: unknown;
  export const proxy: unknown;
}
declare module 'vega-view-transforms' {
  export const bound: unknown;
  export const mark: unknown;
  export const overlap: unknown;
  export const render: unknown;
  export const viewlayout: unknown;
}
declare module 'vega-encode' {
  export const axisticks: unknown;
  export const datajoin: unknown;
  export const encode: unknown;
  export const scale: unknown;
  export const sortitems: unknown;
  export const stack: unknown;
}
