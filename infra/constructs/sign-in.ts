import { ArnFormat, Aws, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { EnvironmentOf } from "../../functions/adapters/shared/environment.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { OPS_CALLBACK } from "../ops/callback.ts";
import { addPrograms } from "./programs.ts";
import type { AnyFunction } from "./service-function.ts";

/** Roles of the users, as groups of the user pool. */
const ROLES = {
  "led-team": "The LED team",
  "led-dpo": "The data protection officer of the LED",
  "leading-official": "The leading official of the agency",
} as const;

const SCOPES = [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE];

type OidcEnvironment = Pick<
  EnvironmentOf<"adminWeb">,
  Extract<keyof EnvironmentOf<"adminWeb">, `OIDC_${string}`>
>;

type Cognito = Extract<Configuration["signIn"], { kind: "cognito" }>;

export type SignInProps = {
  readonly environment: string;
  readonly isProtected: boolean;
  readonly signIn: Configuration["signIn"];
  readonly publicUrl: string;
};

/** Sign-in of the people and programs of the LED: the stack's own user pool, or the issuer in the configuration. */
export class SignIn extends Construct {
  readonly environment: OidcEnvironment;
  readonly #secretName: string | undefined;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const { signIn } = props;
    if (signIn.kind === "cognito") {
      this.environment = this.#cognito(signIn, props);
      return;
    }
    this.#secretName = signIn.clientSecretName;
    this.environment = {
      OIDC_ISSUER: signIn.issuer,
      OIDC_CLIENT_ID: signIn.clientId,
      OIDC_CLIENT_SECRET_NAME: signIn.clientSecretName ?? "",
      OIDC_SCOPES: signIn.scopes,
      OIDC_ROLES_CLAIM: signIn.rolesClaim,
      OIDC_ORGANISATION_CODE: signIn.organisationCode ?? "",
      OIDC_CLIENT_CLAIM: signIn.clientClaim,
      OIDC_SIGN_OUT_ENDPOINT: signIn.signOutEndpoint ?? "",
      OIDC_SIGN_OUT_PARAMETER: "post_logout_redirect_uri",
      OIDC_PROGRAMS: JSON.stringify(signIn.programs),
    };
  }

  /**
   * Read the client secret, where the issuer requires one. Secrets Manager adds a suffix of six characters to its name.
   */
  grantSecret(to: AnyFunction): void {
    if (!this.#secretName) return;
    const secret = Stack.of(this).formatArn({
      service: "secretsmanager",
      resource: "secret",
      resourceName: `${this.#secretName}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    to.allow(["secretsmanager:GetSecretValue"], [secret]);
  }

  #cognito({ domainPrefix, programs }: Cognito, props: SignInProps): OidcEnvironment {
    const pool = this.#userPool(props.isProtected);
    // The account makes it unique in the region.
    const prefix = domainPrefix ?? `led-onboarding-${props.environment}-${Aws.ACCOUNT_ID}`;
    pool.addDomain("Domain", {
      cognitoDomain: { domainPrefix: prefix },
      managedLoginVersion: cognito.ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });
    for (const [groupName, description] of Object.entries(ROLES))
      pool.addGroup(groupName, { groupName, description });
    const client = this.#client(pool, props.publicUrl);
    return {
      OIDC_ISSUER: pool.userPoolProviderUrl,
      OIDC_CLIENT_ID: client.userPoolClientId,
      OIDC_CLIENT_SECRET_NAME: "",
      OIDC_SCOPES: SCOPES.map((scope) => scope.scopeName).join(" "),
      OIDC_ROLES_CLAIM: "cognito:groups",
      OIDC_ORGANISATION_CODE: "",
      OIDC_CLIENT_CLAIM: "client_id",
      OIDC_SIGN_OUT_ENDPOINT: `https://${prefix}.auth.${Stack.of(this).region}.amazoncognito.com/logout`,
      OIDC_SIGN_OUT_PARAMETER: "logout_uri",
      OIDC_PROGRAMS: Stack.of(this).toJsonString(addPrograms(pool, programs)),
    };
  }

  /** Self sign-up is off: the LED team creates the accounts. */
  #userPool(isProtected: boolean): cognito.UserPool {
    const pool = new cognito.UserPool(this, "UserPool", {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      // Cannot be changed once the pool exists.
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true }, fullname: { required: true, mutable: true } },
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      deletionProtection: isProtected,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    if (pool.node.defaultChild instanceof cognito.CfnUserPool)
      pool.node.defaultChild.overrideLogicalId("UserPool");
    return pool;
  }

  /** A public client: the code flow with PKCE requires no secret. */
  #client(pool: cognito.UserPool, publicUrl: string): cognito.UserPoolClient {
    return pool.addClient("Admin", {
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: SCOPES,
        callbackUrls: [`${publicUrl}/admin/sign-in/callback`, OPS_CALLBACK],
        logoutUrls: [`${publicUrl}/admin/signed-out`, `${publicUrl}/admin/sign-in`],
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(10),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
  }
}
