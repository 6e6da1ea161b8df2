// Made of page.css by `npm run generate`.
export const style: string = `
:root {
color-scheme: light dark;
--ground: #f5f6f8;
--paper: #ffffff;
--ink: #1b1f24;
--soft: #545b66;
--line: #d5d9df;
--accent: #0b57a4;
--error: #a3161d;
--error-ground: #fdecec;
--warning: #7a4b00;
--warning-ground: #fff4dc;
--good: #14663a;
--good-ground: #e6f5ec;
--series-1: #1f6fb2;
--series-2: #c8501e;
--series-3: #1a7f5a;
--series-4: #8250a8;
--series-5: #a87400;
--series-6: #0e7c86;
--series-7: #b5407a;
--series-8: #6b7280;
--version-worst: #7b1fa2;
--version-old: #c03a2b;
--version-aging: #d07d16;
--version-good: #1f8a55;
--version-best: #1f6fb2;
--version-none: #8a919c;
}
@media screen and (prefers-color-scheme: dark) {
:root {
--ground: #12151a;
--paper: #1b2027;
--ink: #e7eaee;
--soft: #aab2bd;
--line: #3a424d;
--accent: #7db7f2;
--error: #ff9c95;
--error-ground: #3d1a1c;
--warning: #f3c56b;
--warning-ground: #3a2d10;
--good: #7fd8a4;
--good-ground: #143324;
--series-1: #6cb2f0;
--series-2: #f0905c;
--series-3: #4cc29a;
--series-4: #c39ae6;
--series-5: #e0b04a;
--series-6: #4fc4cf;
--series-7: #ee8fbd;
--series-8: #a0a8b4;
--version-worst: #cf8ae6;
--version-old: #f0766a;
--version-aging: #f0ac54;
--version-good: #58c98e;
--version-best: #6cb2f0;
--version-none: #7d8693;
}
}
* {
box-sizing: border-box;
}
html {
font:
16px / 1.5 system-ui,
"Segoe UI",
sans-serif;
background: var(--ground);
color: var(--ink);
}
body {
max-width: 72rem;
margin: 0 auto;
padding: 1.5rem 1rem 3rem;
}
h1 {
font-size: 1.75rem;
line-height: 1.2;
margin: 0 0 0.25rem;
}
h2 {
font-size: 1.3rem;
margin: 0 0 0.75rem;
}
h3 {
font-size: 1rem;
margin: 1rem 0 0.25rem;
}
header p,
footer,
.more,
.place,
caption,
figcaption {
color: var(--soft);
}
header p {
margin: 0 0 0.75rem;
}
a {
color: var(--accent);
}
.skip {
position: absolute;
left: -999rem;
}
.skip:focus {
left: 1rem;
top: 0.5rem;
background: var(--paper);
padding: 0.5rem;
}
section {
background: var(--paper);
border: 1px solid var(--line);
border-radius: 0.75rem;
padding: 1.25rem;
margin-top: 1.25rem;
}
#verdict {
background: none;
border: 0;
padding: 0;
}
.card {
background: var(--paper);
border: 1px solid var(--line);
border-left: 0.5rem solid var(--soft);
border-radius: 0.75rem;
padding: 1rem 1.25rem;
margin-bottom: 1rem;
overflow-wrap: anywhere;
}
.card.error {
border-left-color: var(--error);
}
.card.warning {
border-left-color: var(--warning);
}
.card.good {
border-left-color: var(--good);
}
.headline {
font-size: 1.25rem;
font-weight: 650;
line-height: 1.3;
margin: 0;
}
.card.error .headline {
color: var(--error);
}
.card.warning .headline {
color: var(--warning);
}
.card.good .headline {
color: var(--good);
}
.place {
margin: 0.25rem 0 0;
}
.columns {
display: grid;
grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr));
gap: 0 2rem;
}
ul,
ol {
margin: 0.25rem 0;
padding-left: 1.25rem;
}
nav ul {
display: flex;
flex-wrap: wrap;
gap: 0.25rem 1.25rem;
list-style: none;
margin: 0;
padding: 0;
}
.rivals,
.legend {
display: flex;
flex-wrap: wrap;
gap: 0.25rem 1.25rem;
list-style: none;
padding: 0;
}
.percent,
.count {
color: var(--soft);
font-variant-numeric: tabular-nums;
}
code,
.log {
font-family: ui-monospace, Consolas, monospace;
font-size: 0.875em;
overflow-wrap: anywhere;
}
.key {
color: var(--soft);
}
td > code {
white-space: nowrap;
}
td > .key {
white-space: normal;
}
.time {
white-space: nowrap;
}
.log {
display: inline-block;
min-width: 16rem;
max-height: 6em;
overflow: hidden;
}
figure {
margin: 0 0 1.25rem;
}
figcaption {
font-weight: 600;
}
.chart {
min-width: 36rem;
}
.chart svg {
width: 100%;
height: auto;
display: block;
}
.swatch {
display: inline-block;
width: 0.8em;
height: 0.8em;
border-radius: 0.2em;
margin-right: 0.4em;
background: currentColor;
}
.swatch.series-1 {
color: var(--series-1);
}
.swatch.series-2 {
color: var(--series-2);
}
.swatch.series-3 {
color: var(--series-3);
}
.swatch.series-4 {
color: var(--series-4);
}
.swatch.series-5 {
color: var(--series-5);
}
.swatch.series-6 {
color: var(--series-6);
}
.swatch.series-7 {
color: var(--series-7);
}
.swatch.series-8 {
color: var(--series-8);
}
.swatch.version-worst {
color: var(--version-worst);
}
.swatch.version-old {
color: var(--version-old);
}
.swatch.version-aging {
color: var(--version-aging);
}
.swatch.version-good {
color: var(--version-good);
}
.swatch.version-best {
color: var(--version-best);
}
.swatch.version-none {
color: var(--version-none);
}
.scroll {
overflow-x: auto;
max-height: 36rem;
}
.scroll:focus-visible,
button:focus-visible,
input:focus-visible,
a:focus-visible,
summary:focus-visible {
outline: 3px solid var(--accent);
outline-offset: 2px;
}
table {
border-collapse: collapse;
width: 100%;
font-size: 0.9rem;
}
caption {
text-align: left;
padding: 0.25rem 0;
}
th,
td {
text-align: left;
vertical-align: top;
padding: 0.4rem 0.75rem 0.4rem 0;
border-bottom: 1px solid var(--line);
}
th {
font-weight: 600;
}
tbody th {
font-weight: 500;
overflow-wrap: anywhere;
min-width: 9rem;
}
thead th {
position: sticky;
top: 0;
background: var(--paper);
color: var(--soft);
}
td ul {
padding-left: 1rem;
margin: 0;
min-width: 14rem;
}
.number {
text-align: right;
font-variant-numeric: tabular-nums;
}
td.error {
color: var(--error);
background: var(--error-ground);
padding-left: 0.5rem;
}
td.warning,
td.unknown {
color: var(--warning);
background: var(--warning-ground);
padding-left: 0.5rem;
}
td.met {
color: var(--good);
padding-left: 0.5rem;
}
td.info,
td.unasked {
padding-left: 0.5rem;
}
.drift {
font-weight: 800;
}
thead button {
font: inherit;
color: inherit;
background: none;
border: 0;
padding: 0;
cursor: pointer;
text-align: inherit;
}
thead button::after {
content: " ↕";
}
th[aria-sort="ascending"] button::after {
content: " ↑";
}
th[aria-sort="descending"] button::after {
content: " ↓";
}
.filter-bar {
margin: 0.5rem 0;
color: var(--soft);
}
.filter input {
font: inherit;
color: inherit;
background: var(--ground);
border: 1px solid var(--soft);
border-radius: 0.4rem;
padding: 0.2rem 0.5rem;
max-width: 100%;
}
summary {
cursor: pointer;
color: var(--accent);
margin: 0.5rem 0;
}
footer {
margin-top: 1.5rem;
font-size: 0.875rem;
}
@media (max-width: 40rem) {
body {
padding: 1rem 0.75rem 2rem;
}
section {
padding: 1rem 0.75rem;
}
}
@media print {
:root {
color-scheme: light;
--ground: #ffffff;
}
html {
font-size: 11px;
}
body {
max-width: none;
padding: 0;
}
nav,
.skip,
.filter-bar,
thead button::after {
display: none;
}
.scroll {
overflow: visible;
max-height: none;
}
section {
break-inside: auto;
border: 0;
padding: 0;
}
.card,
figure,
tr {
break-inside: avoid;
}
h2,
h3 {
break-after: avoid;
}
.log {
min-width: 0;
}
.swatch,
td {
print-color-adjust: exact;
}
}
`;
