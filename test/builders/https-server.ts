import { webcrypto } from "node:crypto";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { Integer, Utf8String } from "asn1js";
import { AttributeTypeAndValue, Certificate, Extension, GeneralName, GeneralNames, Time } from "pkijs";

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const COMMON_NAME = "2.5.4.3";
const SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
const DNS_NAME = 2;
const HOST = "localhost";

const pem = (label: string, bytes: ArrayBuffer) =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString("base64")}\n-----END ${label}-----\n`;

/** A key, and a certificate of its own for localhost, as PEM. */
async function anIdentity(): Promise<{ key: string; cert: string }> {
  const keys = await webcrypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
  const { publicKey, privateKey } = keys as { publicKey: CryptoKey; privateKey: CryptoKey };
  const names = new GeneralNames({ names: [new GeneralName({ type: DNS_NAME, value: HOST })] });
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ value: 1 }),
    notBefore: new Time({ type: 0, value: new Date("2020-01-01") }),
    notAfter: new Time({ type: 0, value: new Date("2040-01-01") }),
    extensions: [new Extension({ extnID: SUBJECT_ALTERNATIVE_NAME, extnValue: names.toSchema().toBER() })],
  });
  const name = new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: HOST }) });
  certificate.subject.typesAndValues = [name];
  certificate.issuer.typesAndValues = [name];
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign(privateKey, "SHA-256");
  return {
    key: pem("PRIVATE KEY", await webcrypto.subtle.exportKey("pkcs8", privateKey)),
    cert: pem("CERTIFICATE", certificate.toSchema(true).toBER()),
  };
}

export type Received = { path: string; headers: Record<string, string>; body: string };

/** An https server on this machine that keeps what is posted to it. `status`: what it answers, which may change. */
export async function openReceiver() {
  const { key, cert } = await anIdentity();
  const received: Received[] = [];
  const answers = { status: 200 };
  const server = createServer({ key, cert }, (request, answer) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      received.push({ path: request.url ?? "", headers, body: Buffer.concat(chunks).toString() });
      answer.writeHead(answers.status).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, HOST, resolve));
  const host = `${HOST}:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { host, cert, received, answers, close };
}
export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
