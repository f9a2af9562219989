import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { CLIENT_SETTINGS } from "../../adapters/shared/client-settings.ts";
import { asOurs } from "../../adapters/shared/foreign-error.ts";

/** Reads the client secret, at each use, for an issuer that requires one; undefined for a public client. */
export function readClientSecret(name: string, client?: SecretsManagerClient) {
  return async (): Promise<string | undefined> => {
    if (name === "") return undefined;
    try {
      const secrets = client ?? new SecretsManagerClient(CLIENT_SETTINGS);
      const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: name }));
      return SecretString;
    } catch (error) {
      throw asOurs("SECRET", error, { key: "client-secret" });
    }
  };
}
