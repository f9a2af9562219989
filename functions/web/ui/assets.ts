import { createHash } from "node:crypto";
import { UPLOAD_PAGE_MINUTES } from "../../domain/documents.ts";
import { LOOK } from "./look.ts";
import { SCRIPT } from "./script.ts";

/** The stylesheet of the site: look/, with the time after which a page to upload says that it is late. */
export const STYLESHEET = `:root{--upload-time:${UPLOAD_PAGE_MINUTES * 60}s}${LOOK}`;

const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#ffe615"/><path d="M7 7h5v14h9v4H7z" fill="#333332"/><circle cx="22" cy="11" r="4" fill="#05c"/></svg>`;

type Asset = { path: string; content: string; type: string };

/** The address contains a hash of the content, so that browsers may cache it for a year. */
const asset = (name: string, kind: string, content: string, type: string): Asset => {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return { path: `/assets/${name}-${hash}.${kind}`, content, type };
};

export const ASSETS = {
  style: asset("style", "css", STYLESHEET, "text/css; charset=utf-8"),
  script: asset("script", "js", SCRIPT, "text/javascript; charset=utf-8"),
  favicon: asset("favicon", "svg", FAVICON, "image/svg+xml"),
};
