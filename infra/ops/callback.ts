/** Address to which the issuer sends the browser of who uses `npm run ops`, on the machine of its user (RFC 8252, 7.3). */
export const OPS_CALLBACK = "http://localhost:8765/";
