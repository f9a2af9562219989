import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { asCause } from "../../adapters/foreign-error.ts";
import { RetryLater } from "../../domain/errors.ts";

/**
 * Reads the client secret that an issuer insists on, each time it is asked for; undefined where there is none, which is
 * a public client.
 */
export function readClientSecret(name: string, client?: SecretsManagerClient) {
  return async (): Promise<string | undefined> => {
    if (name === "") return undefined;
    try {
      const secrets = client ?? new SecretsManagerClient({});
      const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: name }));
      return SecretString;
    } catch (error) {
      const cause = error instanceof Error ? asCause(error) : undefined;
      throw new RetryLater("CLIENT_SECRET_UNREADABLE", { error: cause?.name ?? "unknown" }, cause);
    }
  };
}
