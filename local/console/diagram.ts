import { html } from "hono/html";
import type { Markup } from "./page.ts";
import type { Progress, StateNode } from "./state-graph.ts";

const ROW = 52;
const BOX = { width: 260, height: 34 };
const INDENT = 28;
const LANE = 14;
const LANES = 14;

/**
 * Draws a state machine from top to bottom: a transition to the next row is a straight arrow, any other an arc on the
 * right. The list below the drawing has the same content as text.
 */
export function diagram(nodes: readonly StateNode[], progress: Progress): Markup {
  const rows = new Map(nodes.map(({ name }, index) => [name, index]));
  const deepest = Math.max(0, ...nodes.map(({ depth }) => depth));
  const width = deepest * INDENT + BOX.width + LANES * LANE + 40;
  return html`<svg
    width="${width}"
    height="${nodes.length * ROW + 10}"
    role="img"
    aria-label="State machine; current: ${[...progress.current].join(", ") || "none"}"
    font-family="system-ui, sans-serif"
    font-size="13"
  >
    <defs>
      <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path d="M0 0 L8 4 L0 8 z" fill="#595959" />
      </marker>
    </defs>
    ${nodes.flatMap((node, row) => node.next.map((to) => arrow(node, row, rows.get(to), nodes)))}
    ${nodes.map((node, row) => box(node, row, progress))}
  </svg>`;
}

const left = ({ depth }: StateNode) => 10 + depth * INDENT;
const top = (row: number) => 8 + row * ROW;

function box(node: StateNode, row: number, { current, visited }: Progress): Markup {
  const isCurrent = current.has(node.name);
  const fill = isCurrent ? "#ffe08a" : visited.has(node.name) ? "#d5ecd8" : "#ffffff";
  return html`<g>
    <rect
      x="${left(node)}"
      y="${top(row)}"
      width="${BOX.width}"
      height="${BOX.height}"
      rx="6"
      fill="${fill}"
      stroke="#1a1a1a"
      stroke-width="${isCurrent ? 3 : 1}"
    />
    <text x="${left(node) + 10}" y="${top(row) + 22}" fill="#1a1a1a">
      ${node.name}${isCurrent ? " (now)" : ""} · ${node.type}
    </text>
  </g>`;
}

function arrow(
  from: StateNode,
  row: number,
  to: number | undefined,
  nodes: readonly StateNode[],
): Markup | string {
  const target = to === undefined ? undefined : nodes[to];
  if (to === undefined || !target) return "";
  if (to === row + 1) {
    const x = left(target) + 30;
    return line(`M${x} ${top(row) + BOX.height} L${x} ${top(to) - 1}`);
  }
  const [startX, endX] = [left(from) + BOX.width, left(target) + BOX.width];
  const [startY, endY] = [top(row) + BOX.height / 2, top(to) + BOX.height / 2 + (to < row ? 6 : -6)];
  const bow = Math.max(startX, endX) + LANE * Math.min(LANES, 1 + Math.abs(to - row));
  return line(`M${startX} ${startY} C${bow} ${startY} ${bow} ${endY} ${endX + 1} ${endY}`);
}

const line = (path: string) => html`<path d="${path}" fill="none" stroke="#595959" marker-end="url(#tip)" />`;
