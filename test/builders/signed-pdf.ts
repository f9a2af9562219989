import { createHash, webcrypto } from "node:crypto";
import { PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { SignPdf, Signer } from "@signpdf/signpdf";
import { Integer, ObjectIdentifier, OctetString, UTCTime, Utf8String } from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  Time,
  TSTInfo,
} from "pkijs";

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const DATA = "1.2.840.113549.1.7.1";
const TIMESTAMP = "1.2.840.113549.1.9.16.1.4";
const SHA_256 = "2.16.840.1.101.3.4.2.1";
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const COMMON_NAME = "2.5.4.3";
const SERIAL_NUMBER = "2.5.4.5";
const YEARS = { from: new Date("2020-01-01"), until: new Date("2040-01-01") };
type Keys = { publicKey: CryptoKey; privateKey: CryptoKey };

const newKeys = async (): Promise<Keys> => {
  const keys = await webcrypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
  return keys as Keys;
};

export type Authority = { certificate: Certificate; keys: Keys; sha256: string };
export type Identity = { certificate: Certificate; keys: Keys; authority: Authority };

let serial = 0;
const named = (type: string, value: string) =>
  new AttributeTypeAndValue({ type, value: new Utf8String({ value }) });

type About = { subject: AttributeTypeAndValue[]; keys: Keys; until?: Date; isAuthority?: boolean };

async function aCertificate(
  { subject, keys, until = YEARS.until, isAuthority = false }: About,
  issuer: { subject: AttributeTypeAndValue[]; keys: Keys },
): Promise<Certificate> {
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ value: ++serial }),
    notBefore: new Time({ type: 0, value: YEARS.from }),
    notAfter: new Time({ type: 0, value: until }),
    extensions: [
      new Extension({
        extnID: "2.5.29.19",
        critical: true,
        extnValue: new BasicConstraints({ cA: isAuthority }).toSchema().toBER(),
      }),
    ],
  });
  certificate.subject.typesAndValues = subject;
  certificate.issuer.typesAndValues = issuer.subject;
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuer.keys.privateKey, "SHA-256");
  return Certificate.fromBER(certificate.toSchema(true).toBER());
}

/** A certificate authority of the test. */
export async function anAuthority(name = "Voorbeeld CA"): Promise<Authority> {
  const self = { subject: [named(COMMON_NAME, name)], keys: await newKeys() };
  const certificate = await aCertificate({ ...self, isAuthority: true }, self);
  const sha256 = createHash("sha256").update(Buffer.from(certificate.toSchema().toBER())).digest("hex");
  return { certificate, keys: self.keys, sha256 };
}

/** A person with a certificate as that of an eID, which has a number beside the name. */
export async function anIdentity(authority: Authority, name: string, until?: Date): Promise<Identity> {
  const keys = await newKeys();
  const subject = [named(COMMON_NAME, name), named(SERIAL_NUMBER, "00000000000")];
  const issuer = { subject: authority.certificate.subject.typesAndValues, keys: authority.keys };
  const certificate = await aCertificate({ subject, keys, ...(until && { until }) }, issuer);
  return { certificate, keys, authority };
}

const digestOf = (data: Uint8Array) => webcrypto.subtle.digest("SHA-256", Uint8Array.from(data));

/** What a time-stamping authority signs: the digest of the bytes, and the time. Source: RFC 3161. */
async function timestampOf(data: Uint8Array, genTime: Date): Promise<Uint8Array<ArrayBuffer>> {
  const info = new TSTInfo({
    version: 1,
    policy: "1.2.3.4.1",
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new OctetString({ valueHex: await digestOf(data) }),
    }),
    serialNumber: new Integer({ value: ++serial }),
    genTime,
  });
  return new Uint8Array(info.toSchema().toBER());
}

/** Makes the CMS of a detached signature, or of a time stamp. */
class IdentitySigner extends Signer {
  readonly #identity: Identity;
  readonly #at: Date;
  readonly #isTimestamp: boolean;

  constructor(identity: Identity, at: Date, isTimestamp: boolean) {
    super();
    this.#identity = identity;
    this.#at = at;
    this.#isTimestamp = isTimestamp;
  }

  override async sign(data: Buffer): Promise<Buffer> {
    const { certificate, keys, authority } = this.#identity;
    const inside = this.#isTimestamp ? await timestampOf(data, this.#at) : undefined;
    const type = inside ? TIMESTAMP : DATA;
    const digest = await digestOf(inside ?? data);
    const attribute = (type: string, value: unknown) => new Attribute({ type, values: [value] });
    const cms = new SignedData({
      version: 1,
      encapContentInfo: new EncapsulatedContentInfo({
        eContentType: type,
        ...(inside && { eContent: new OctetString({ valueHex: inside.buffer }) }),
      }),
      certificates: [certificate, authority.certificate],
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({
            issuer: certificate.issuer,
            serialNumber: certificate.serialNumber,
          }),
          signedAttrs: new SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              attribute("1.2.840.113549.1.9.3", new ObjectIdentifier({ value: type })),
              attribute("1.2.840.113549.1.9.5", new UTCTime({ valueDate: this.#at })),
              attribute("1.2.840.113549.1.9.4", new OctetString({ valueHex: digest })),
            ],
          }),
        }),
      ],
    });
    await cms.sign(keys.privateKey, 0, "SHA-256", ...(inside ? [] : [Uint8Array.from(data)]));
    const content = new ContentInfo({ contentType: SIGNED_DATA, content: cms.toSchema(true) });
    return Buffer.from(content.toSchema().toBER());
  }
}

const PLACEHOLDER_BYTES = 8000;
type Options = { at?: Date; locks?: boolean; isTimestamp?: boolean };

/** Signs a PDF in an incremental update, so that earlier signatures stay intact. Or adds a time stamp over the file. */
export async function signPdf(
  bytes: Uint8Array,
  identity: Identity,
  { at = new Date("2026-11-20T10:00:00Z"), locks = false, isTimestamp = false }: Options = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true });
  const { context } = pdf;
  const blank = PDFName.of("**********");
  const value = context.obj({
    Type: isTimestamp ? "DocTimeStamp" : "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: isTimestamp ? "ETSI.RFC3161" : "ETSI.CAdES.detached",
    ByteRange: [0, blank, blank, blank],
    Contents: PDFHexString.of("0".repeat(PLACEHOLDER_BYTES * 2)),
    ...(locks && {
      Reference: [{ Type: "SigRef", TransformMethod: "DocMDP", TransformParams: { P: 1, V: "1.2" } }],
    }),
  });
  const field = context.register(
    context.obj({
      ...{ Type: "Annot", Subtype: "Widget", FT: "Sig", F: 132, Rect: [0, 0, 0, 0] },
      T: PDFString.of(`Signature${at.getTime()}`),
      V: context.register(value),
    }),
  );
  const [page] = pdf.getPages();
  page?.node.addAnnot(field);
  const form = pdf.catalog.getOrCreateAcroForm();
  form.dict.set(PDFName.of("SigFlags"), context.obj(3));
  form.addField(field);
  const saved = await pdf.save({ useObjectStreams: false });
  return new SignPdf().sign(Buffer.from(saved), new IdentitySigner(identity, at, isTimestamp));
}

/** Adds what is needed to check the signatures later, as a platform for signing does after the last one. */
export async function withValidation(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true });
  const { context } = pdf;
  const certificate = context.register(context.stream("a certificate"));
  const store = context.register(context.obj({ Type: "DSS", Certs: [certificate] }));
  pdf.catalog.set(PDFName.of("DSS"), store);
  return pdf.save({ useObjectStreams: false });
}
