import { createServer, type RequestListener, type Server } from "node:http";

/** An HTTP server on 127.0.0.1. It listens before it is known what answers: other parts need its address first. */
export class LocalServer {
  readonly port: number;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    const address = server.address();
    this.port = typeof address === "object" && address ? address.port : 0;
  }

  /** Port 0 takes any free one. */
  static async listen(port: number): Promise<LocalServer> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => resolve());
    });
    return new LocalServer(server);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  answerWith(listener: RequestListener): void {
    this.#server.on("request", listener);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }
}
