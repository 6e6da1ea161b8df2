import { transforms } from 'vega-dataflow';
import { axisticks, datajoin, encode, scale, sortitems, stack } from 'vega-encode';
import { parse } from 'vega-parser';
import { collect, extent, proxy, sieve } from 'vega-transforms';
import type { Axis, Spec } from 'vega-typings';
import { View } from 'vega-view';
import { bound, mark, overlap, render, viewlayout } from 'vega-view-transforms';
import { Markup } from './markup.ts';

// Only what a chart of bars asks for, so that the rest of Vega is not in the package.
Object.assign(transforms, { axisticks, bound, collect, datajoin, encode, extent, mark, overlap });
Object.assign(transforms, { proxy, render, scale, sieve, sortitems, stack, viewlayout });

/** Bars, each divided by series. */
export interface StackedBars {
  /** What each bar is of. */
  readonly labels: readonly string[];
  /** A count for each bar, and the custom property of CSS that has its colour. */
  readonly series: readonly { readonly color: string; readonly counts: readonly number[] }[];
  readonly direction: 'upright' | 'lying';
}

const WIDTH = 760;
const UPRIGHT_HEIGHT = 240;
const ROW_HEIGHT = 26;
const LABEL_WIDTH = 230;

/**
 * Draws bars as SVG. Everything in it is presentation: colours come from the page's style, and what it shows stands in a table
 * beside it. Labels are data, never part of an expression.
 */
export async function drawChart({ labels, series, direction }: StackedBars): Promise<Markup> {
  const isLying = direction === 'lying';
  const [along, across] = isLying ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const size = isLying ? 'height' : 'width';
  const style: Partial<Axis> = {
    domainColor: 'var(--line)',
    tickColor: 'var(--line)',
    labelColor: 'currentColor',
    labelFont: 'inherit',
    labelFontSize: 12,
  };
  const spec: Spec = {
    width: WIDTH,
    height: isLying ? Math.max(labels.length, 2) * ROW_HEIGHT + 24 : UPRIGHT_HEIGHT,
    autosize: { type: 'fit', contains: 'padding' },
    config: { aria: false } as NonNullable<Spec['config']>,
    signals: [{ name: 'labels', value: [...labels] }],
    data: [
      {
        name: 'counts',
        values: series.flatMap(({ counts }, of) => counts.map((count, bar) => ({ bar, of, count }))),
        transform: [{ type: 'stack', groupby: ['bar'], sort: { field: 'of' }, field: 'count' }],
      },
    ],
    scales: [
      { name: 'bar', type: 'band', range: size, domain: labels.map((_, i) => i), padding: 0.15 },
      {
        name: 'count',
        type: 'linear',
        range: isLying ? 'width' : 'height',
        domain: { data: 'counts', field: 'y1' },
        nice: true,
        zero: true,
      },
      {
        name: 'color',
        type: 'ordinal',
        domain: series.map((_, i) => i),
        range: series.map(({ color }) => `var(${color})`),
      },
    ],
    axes: [
      {
        ...style,
        orient: isLying ? 'left' : 'bottom',
        scale: 'bar',
        ticks: false,
        labelPadding: 6,
        labelLimit: LABEL_WIDTH,
        ...(!isLying && { labelOverlap: true, labelSeparation: 12 }),
        encode: { labels: { update: { text: { signal: 'labels[datum.value]' } } } },
      },
      {
        ...style,
        orient: isLying ? 'bottom' : 'left',
        scale: 'count',
        grid: true,
        gridColor: 'var(--line)',
        domain: false,
        tickCount: 5,
        tickMinStep: 1,
        format: 'd',
      },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'counts' },
        encode: {
          enter: {
            [along]: { scale: 'bar', field: 'bar' },
            [size]: { scale: 'bar', band: 1 },
            [across]: { scale: 'count', field: 'y0' },
            [`${across}2`]: { scale: 'count', field: 'y1' },
            fill: { scale: 'color', field: 'of' },
          },
        },
      },
    ],
  };
  const view = new View(parse(spec), { renderer: 'none' });
  try {
    return new Markup(lean(await view.toSVG()));
  } finally {
    view.finalize();
  }
}

/**
 * Without what is not seen, the groups' empty paths and opacities of 1, and without what Vega says to a screen reader in English:
 * the page says it in its language. All of it is taken away, and no text of a label can become markup by that.
 */
function lean(svg: string): string {
  return svg
    .replace(/<path class="(?:background|foreground)"[^>]*\/>/g, '')
    .replace(/ (?:class|role|aria-[a-z]+|xmlns:xlink|version|pointer-events)="[^"]*"/g, '')
    .replaceAll(' opacity="1"', '');
}
