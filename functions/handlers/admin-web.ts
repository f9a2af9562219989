import { handle } from "hono/aws-lambda";
import { newSecret } from "../adapters/dynamodb/links.ts";
import { createSuppressions } from "../adapters/ses/suppressions.ts";
import { ENVIRONMENTS } from "../adapters/shared/environment.ts";
import { createApplication } from "../application/application.ts";
import { openBackend } from "../application/backend.ts";
import { createAcceptTemplate, createRestoreTemplate } from "../protocol/change-template.ts";
import { createAdminApp } from "../web/admin-app.tsx";
import { readClientSecret } from "../web/admin/client-secret.ts";
import { createFindIssuer, type IssuerSettings } from "../web/team/issuer.ts";
import { createSignIn } from "../web/team/sign-in.ts";
import { createVerifyBearer } from "../web/team/bearer.ts";
import { createExportDossier } from "../web/export/export-dossier.ts";

const environment = ENVIRONMENTS.adminWeb.parse(process.env);
const suppressions = createSuppressions();
const application = createApplication({ ...openBackend(environment), suppressions });
const settings: IssuerSettings = {
  issuer: environment.OIDC_ISSUER,
  clientId: environment.OIDC_CLIENT_ID,
  clientSecret: readClientSecret(environment.OIDC_CLIENT_SECRET_NAME),
  scopes: environment.OIDC_SCOPES,
  rolesClaim: environment.OIDC_ROLES_CLAIM,
  organisationCode: environment.OIDC_ORGANISATION_CODE || undefined,
  clientClaim: environment.OIDC_CLIENT_CLAIM,
  programs: environment.OIDC_PROGRAMS,
  signOut: environment.OIDC_SIGN_OUT_ENDPOINT
    ? { endpoint: environment.OIDC_SIGN_OUT_ENDPOINT, returnParameter: environment.OIDC_SIGN_OUT_PARAMETER }
    : undefined,
};
const findIssuer = createFindIssuer(settings);

/** The pages and the API for people who sign in, behind API Gateway. */
export const handler = handle(
  createAdminApp({
    ...application,
    suppressions,
    exportDossier: createExportDossier(application),
    acceptTemplate: createAcceptTemplate(application),
    restoreTemplate: createRestoreTemplate(application),
    signIn: createSignIn(settings, findIssuer),
    verifyBearer: createVerifyBearer(settings, findIssuer),
    newSecret,
  }),
);
