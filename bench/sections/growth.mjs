// Cost against size, over two decades: whatever grows, cost grows no faster.
import { diagnose, logFolder, USUAL_FAILING } from '../log-folders.mjs';
import { timed } from '../measure.mjs';
import { growthPlot } from '../plot.mjs';

const MEGABYTE = 1e6;
const TWO_DECADES = [0.01, 0.03, 0.1, 0.3, 1];

/** Plots of what diagnosing logs takes. */
export async function growth({ node, full, size }) {
  const series = async (label, shapes, sizeOf) => {
    const points = [];
    for (const shape of shapes) {
      const made = await logFolder({ failing: USUAL_FAILING, ...shape });
      const { seconds } = await timed(diagnose(node, made.folder), full ? 5 : 1);
      points.push([sizeOf(made, shape), seconds]);
    }
    return { label, points };
  };
  // The seed of the one file that is diagnosed anyway.
  const bytes = TWO_DECADES.map((step) => ({ bytes: size * step, files: 1, seed: 3 }));
  const inBytes = await series('bytes, and sessions with them', bytes, (made) => made.bytes);
  const files = [1, 3, 10, 30, 100].map((count) => ({ bytes: count * 2 * MEGABYTE, files: count, seed: 6 }));
  const inFiles = await series('files of 2 MB', files, (made) => made.paths.length);
  const failing = TWO_DECADES.map((share) => ({ bytes: 20 * MEGABYTE, files: 1, failing: share, seed: 7 }));
  const inFailing = await series('failing sessions', failing, (made, shape) => made.sessions * shape.failing);
  const peers = [100, 300, 1000, 3000, 10_000].map((count) => ({
    bytes: 20 * MEGABYTE,
    files: 1,
    peers: count,
    seed: 8,
  }));
  const inPeers = await series('other ends', peers, (_, shape) => shape.peers);
  return [
    growthPlot('logs-bytes', 'Diagnosis of one log', inBytes),
    growthPlot('logs-files', 'Diagnosis of logs of 2 MB', inFiles),
    growthPlot('logs-failing', 'Diagnosis of 20 MB with sessions that fail', inFailing),
    growthPlot('logs-peers', 'Diagnosis of 20 MB with other ends', inPeers),
  ];
}
