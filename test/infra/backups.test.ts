import { describe, expect, it } from "vitest";
import { OPERATORS_KNOW, optionsOf } from "./prod.ts";
import { ofType, synthesized } from "./synthesized.ts";

const VAULT = "arn:aws:backup:eu-central-1:444455556666:backup-vault:led-copies";
const prodWith = (backup: object) =>
  synthesized({ environment: "prod", overrides: { ...OPERATORS_KNOW, backup } }).template;
const ruleOf = ({ Properties }: { Properties: Record<string, unknown> }) => Properties["BackupPlan"];

describe("the backups of the table", () => {
  it("are made each day and kept in a vault that stays, encrypted with the key of the data", () => {
    const { template } = synthesized(optionsOf("prod"));
    const [[vaultId, vault] = []] = ofType(template, "AWS::Backup::BackupVault");
    const [[, plan] = []] = ofType(template, "AWS::Backup::BackupPlan");
    const [[, selection] = []] = ofType(template, "AWS::Backup::BackupSelection");

    expect(vault).toMatchObject({
      DeletionPolicy: "Retain",
      Properties: { EncryptionKeyArn: { "Fn::GetAtt": ["DataKey", "Arn"] } },
    });
    expect(plan && ruleOf(plan)).toMatchObject({
      BackupPlanRule: [
        {
          Lifecycle: { DeleteAfterDays: 35 },
          TargetBackupVault: { "Fn::GetAtt": [vaultId, "BackupVaultName"] },
        },
      ],
    });
    expect(selection?.Properties).toMatchObject({
      BackupSelection: { Resources: [{ "Fn::GetAtt": ["DossiersTable", "Arn"] }] },
    });
  });

  it("are copied to a vault of another region or account, for as long, where one is named", () => {
    const [[, plan] = []] = ofType(prodWith({ days: 7, copyTo: VAULT }), "AWS::Backup::BackupPlan");

    expect(plan && ruleOf(plan)).toMatchObject({
      BackupPlanRule: [
        { CopyActions: [{ DestinationBackupVaultArn: VAULT, Lifecycle: { DeleteAfterDays: 7 } }] },
      ],
    });
  });

  it("are a choice of the configuration: dev has none", () => {
    expect(ofType(synthesized().template, "AWS::Backup::BackupPlan")).toEqual([]);
  });
});
