// Draws the README's picture: the real output of the command line on the bundled example, as SVG text.
// `--check` writes nothing and ends with 1 where the picture is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main } from 'mailtls/main';
import { root } from './set-up.mjs';

const ARGUMENTS = [
  'diagnose',
  'examples/paperhouse/evidence',
  '--registry',
  'examples/paperhouse/registry/EX-MAIL1.reg',
];
const COLUMNS = 100;
const LINES = 32;
const LINE_HEIGHT = 18;
const CHARACTER_WIDTH = 8.43;
const MARGIN = 20;

const COLORS = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 36: '#79c0ff' };

/** The picture as it should be now. */
export async function drawReadmeImage() {
  let output = '';
  const stdout = { isTTY: true, columns: COLUMNS, write: (text) => (output += text) };
  const stderr = { write: () => true };
  const start = process.cwd();
  process.chdir(root);
  try {
    await main(ARGUMENTS, { stdin: [], stdout, stderr, env: {}, platform: 'linux' });
  } finally {
    process.chdir(start);
  }
  return svg(['$ npm start', '', ...output.split('\n').slice(0, LINES), '…']);
}

function svg(lines) {
  const width = Math.round(COLUMNS * CHARACTER_WIDTH + 2 * MARGIN);
  const height = lines.length * LINE_HEIGHT + 2 * MARGIN + 16;
  const rows = lines.map((line, i) => {
    const y = MARGIN + 16 + (i + 1) * LINE_HEIGHT;
    return `  <text x="${MARGIN}" y="${y}" xml:space="preserve">${spans(line)}</text>`;
  });
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (color, i) => `  <circle cx="${MARGIN + i * 18}" cy="18" r="5" fill="${color}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title" aria-describedby="desc">
  <title id="title">Terminal: mailtls diagnoses the bundled example and names the TLS version as the cause</title>
  <desc id="desc">What npm start prints: for each other end the cause with its confidence, what it rests on, its rivals and what to do next.</desc>
  <rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>
${dots.join('\n')}
  <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3">
${rows.map((row) => `  ${row}`).join('\n')}
  </g>
</svg>
`;
}

/** A line's colour codes as spans. Only those that the report writes are known. */
function spans(line) {
  let style = '';
  return line
    .split(/(\u001b\[\d+m)/)
    .map((piece) => {
      const code = /^\u001b\[(\d+)m$/.exec(piece)?.[1];
      if (code === undefined) return piece === '' ? '' : `<tspan${style}>${escapeXml(piece)}</tspan>`;
      if (code === '1') style = ' font-weight="bold"';
      else if (code === '2') style = ' fill="#8b949e"';
      else style = COLORS[code] ? ` fill="${COLORS[code]}"` : '';
      return '';
    })
    .join('');
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = join(root, 'docs', 'diagnose.svg');
  const image = await drawReadmeImage();
  if (!process.argv.includes('--check')) writeFileSync(path, image);
  else if (readFileSync(path, 'utf8') !== image) {
    process.stderr.write('docs/diagnose.svg is stale: npm run docs\n');
    process.exitCode = 1;
  }
}
