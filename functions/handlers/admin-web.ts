import { handle } from "hono/aws-lambda";
import { createAssignTask } from "../staff/assign-task.ts";
import { createEndSubstitution, createNameSubstitute } from "../staff/substitutions.ts";
import { openBackend } from "../application/backend.ts";
import { newSecret } from "../adapters/dynamodb/links.ts";
import { ENVIRONMENTS } from "../adapters/shared/environment.ts";
import { createChangePeople } from "../people/change-people.ts";
import { createTellPeople } from "../people/tell-people.ts";
import { createOpenDossierByTeam } from "../contact/open-dossier-by-team.ts";
import { createKeepingActs } from "../retention/keeping-acts.ts";
import { createSideActs } from "../application/side-acts.ts";
import { TASKS } from "../application/tasks.ts";
import { createActs } from "../application/acts.ts";
import { createDecideTask } from "../tasks/decide-task.ts";
import { createHolding } from "../hold/holding.ts";
import { createPassOnDecision } from "../tasks/pass-on-decision.ts";
import { createAdminApp } from "../web/admin-app.tsx";
import { readClientSecret } from "../web/admin/client-secret.ts";
import { createFindIssuer, type IssuerSettings } from "../web/admin/issuer.ts";
import { createSignIn } from "../web/admin/sign-in.ts";
import { createExportDossier } from "../web/export/export-dossier.ts";
import { createVerifyBearer } from "../web/api/bearer.ts";

const environment = ENVIRONMENTS.adminWeb.parse(process.env);
const acts = createActs(openBackend(environment));
const passOn = createPassOnDecision({ ...acts, sideActs: createSideActs(acts) });
const settings: IssuerSettings = {
  issuer: environment.OIDC_ISSUER,
  clientId: environment.OIDC_CLIENT_ID,
  clientSecret: readClientSecret(environment.OIDC_CLIENT_SECRET_NAME),
  scopes: environment.OIDC_SCOPES,
  rolesClaim: environment.OIDC_ROLES_CLAIM,
  organisationCode: environment.OIDC_ORGANISATION_CODE || undefined,
  clientClaim: environment.OIDC_CLIENT_CLAIM,
  signOut: environment.OIDC_SIGN_OUT_ENDPOINT
    ? { endpoint: environment.OIDC_SIGN_OUT_ENDPOINT, returnParameter: environment.OIDC_SIGN_OUT_PARAMETER }
    : undefined,
};
const findIssuer = createFindIssuer(settings);

/** The pages and the API for who signs in, behind API Gateway. */
export const handler = handle(
  createAdminApp({
    ...acts,
    ...createKeepingActs(acts),
    definitions: TASKS,
    exportDossier: createExportDossier({ ...acts, definitions: TASKS }),
    signIn: createSignIn(settings, findIssuer),
    verifyBearer: createVerifyBearer(settings, findIssuer),
    decideTask: createDecideTask({ ...acts, definitions: TASKS, passOn }),
    ...createHolding(acts, TASKS),
    openDossierByTeam: createOpenDossierByTeam(acts),
    changePeople: createChangePeople({
      ...acts,
      tellPeople: createTellPeople({ ...acts, definitions: TASKS }),
    }),
    assignTask: createAssignTask(acts),
    nameSubstitute: createNameSubstitute(acts),
    endSubstitution: createEndSubstitution(acts),
    newSecret,
  }),
);
