import { createServer } from "node:net";

/** Ports of the servers of one local cloud, in a range; all 0 to take any free ones. */
export type Ports = {
  site: number;
  console: number;
  gateway: number;
  issuer: number;
  smtp: number;
  further(index: number): number;
};

/** Length of the range, with at most two further APIs, and mail that comes in. */
export const PORTS_IN_A_ROW = 7;
const TRIES = 50;

export function portsFrom(first: number): Ports {
  const at = (index: number) => (first === 0 ? 0 : first + index);
  return {
    site: at(0),
    console: at(1),
    gateway: at(2),
    issuer: at(3),
    smtp: at(6),
    further: (index) => at(3 + index),
  };
}

/** The first free range of ports at or after `first`. */
export async function freePortsFrom(first: number): Promise<number> {
  for (let start = first; start < first + TRIES * 10; start += 10)
    if (await areFree(Array.from({ length: PORTS_IN_A_ROW }, (_, index) => start + index))) return start;
  throw new Error(`No range of ${PORTS_IN_A_ROW} free ports from ${first}: choose another with --port.`);
}

async function areFree(ports: number[]): Promise<boolean> {
  for (const port of ports) if (!(await isFree(port))) return false;
  return true;
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
