import { Duration, RemovalPolicy } from "aws-cdk-lib";
import * as backup from "aws-cdk-lib/aws-backup";
import { Schedule } from "aws-cdk-lib/aws-events";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Settings } from "../configuration/settings.ts";

export type BackupsProps = {
  readonly tableArn: string;
  readonly key: IKey;
  readonly backup: NonNullable<Settings["backup"]>;
};

/**
 * A daily backup of the table in a vault, with a copy in the vault of another region or account where the configuration
 * names one. Point-in-time recovery is within the same account and region: it does not survive the loss of either.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { tableArn, key, backup: { days, copyTo } }: BackupsProps) {
    super(scope, id);
    const vault = new backup.BackupVault(this, "Vault", {
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const deleteAfter = Duration.days(days);
    const plan = new backup.BackupPlan(this, "Plan", { backupVault: vault });
    plan.addRule(
      new backup.BackupPlanRule({
        ruleName: "daily",
        scheduleExpression: Schedule.cron({ hour: "2", minute: "0" }),
        deleteAfter,
        copyActions:
          copyTo === undefined
            ? []
            : [
                {
                  deleteAfter,
                  destinationBackupVault: backup.BackupVault.fromBackupVaultArn(this, "Copy", copyTo),
                },
              ],
      }),
    );
    plan.addSelection("Table", { resources: [backup.BackupResource.fromArn(tableArn)] });
  }
}
