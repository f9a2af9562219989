import { createServer, type RequestListener, type Server } from "node:http";

/**
 * An HTTP server on 127.0.0.1. It listens before its handler exists, because other parts need its address first; until
 * then requests get 503.
 */
export class LocalServer {
  readonly port: number;
  readonly #server: Server;
  #listener: RequestListener = comeBack;

  private constructor(server: Server) {
    this.#server = server;
    server.on("request", (request, response) => this.#listener(request, response));
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
    this.#listener = listener;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }
}

const comeBack: RequestListener = (request, response) => {
  request.resume();
  response
    .writeHead(503, { "retry-after": "1", "content-type": "text/plain; charset=utf-8" })
    .end("The local cloud is starting. Try again in a second.\n");
};
