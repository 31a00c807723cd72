// Draws media/icon.png (256 × 256) from three shapes, without any image library: a rounded tile, a seven-sided ring,
// an arrow that leaves the ring at the top. `node scripts/icon.mjs` rewrites it; a unit test compares.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 256;
const SAMPLES = 4;

const heptagon = radius =>
  Array.from({ length: 7 }, (_, index) => {
    const angle = (index * 2 * Math.PI) / 7 - Math.PI / 2;
    return [128 + radius * Math.cos(angle), 136 + radius * Math.sin(angle)];
  });
const outer = heptagon(98);
const inner = heptagon(72);
const arrow = [
  [128, 24],
  [168, 80],
  [146, 80],
  [146, 178],
  [110, 178],
  [110, 80],
  [88, 80],
];
/** The arrow's outline in the tile's colour keeps it apart from the ring at small sizes. */
const halo = [
  [128, 4],
  [186, 93],
  [70, 93],
];

function inPolygon(polygon, x, y) {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [xi, yi] = polygon[i];
    const [xj, yj] = polygon[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function inTile(x, y) {
  const radius = 52;
  const dx = Math.max(radius - x, x - (SIZE - radius), 0);
  const dy = Math.max(radius - y, y - (SIZE - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

/** Red, green, blue and coverage of one point. */
function colourAt(x, y) {
  if (!inTile(x, y)) return [0, 0, 0, 0];
  const shade = y / SIZE;
  const tile = [24 + 6 * shade, 78 - 34 * shade, 112 - 36 * shade, 1];
  if (inPolygon(arrow, x, y)) return [255, 196, 77, 1];
  if (inPolygon(halo, x, y)) return tile;
  if (inPolygon(outer, x, y) && !inPolygon(inner, x, y)) return [236, 244, 250, 1];
  return tile;
}

function pixel(px, py) {
  const sum = [0, 0, 0, 0];
  for (let sy = 0; sy < SAMPLES; sy++) {
    for (let sx = 0; sx < SAMPLES; sx++) {
      const [r, g, b, a] = colourAt(px + (sx + 0.5) / SAMPLES, py + (sy + 0.5) / SAMPLES);
      for (const [channel, value] of [r * a, g * a, b * a, a].entries()) sum[channel] += value;
    }
  }
  const weight = sum[3] || 1;
  return [sum[0] / weight, sum[1] / weight, sum[2] / weight, (sum[3] / SAMPLES ** 2) * 255].map(Math.round);
}

function chunk(type, body) {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const data = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(data));
  return Buffer.concat([head, data, tail]);
}

/** Unpacked picture: one filter byte (0) and SIZE RGBA pixels a row. */
export function drawRows() {
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 4));
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) rows.set(pixel(x, y), y * (1 + SIZE * 4) + 1 + x * 4);
  }
  return rows;
}

export function encodePng(rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../media/icon.png', import.meta.url), encodePng(drawRows()));
}
