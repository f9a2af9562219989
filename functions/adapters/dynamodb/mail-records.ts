import { GetCommand, PutCommand, type PutCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Instant } from "../../domain/calendar.ts";
import type { MailClaim, MailRecords } from "../../domain/ports.ts";
import { MailItem } from "./dossiers.ts";
import { keys } from "./keys.ts";
import { timeToLive } from "./links.ts";
import { isUnmet, type Table, translated } from "./table.ts";

/** Nobody sent it, and nobody else is sending it. One's own claim counts as none: an answer that was lost is asked again. */
const IS_FREE =
  "attribute_not_exists(pk) OR (#status = :sending AND " +
  "(attribute_not_exists(claimedUntil) OR claimedUntil <= :now OR claimedBy = :me))";

export function createMailRecords(table: Table): MailRecords {
  const put = async (
    dossierId: string,
    record: MailClaim,
    keptUntil: Instant | undefined,
    condition: Partial<PutCommandInput>,
  ) => {
    const forgotten = keptUntil === undefined ? {} : { expiresAt: timeToLive(keptUntil) };
    const Item = { ...record, ...forgotten, ...keys.mail(dossierId, record.key) };
    await table.client.send(new PutCommand({ TableName: table.name, Item, ...condition }));
  };

  return {
    find: (dossierId, key) =>
      translated(key, async () => {
        const { Item } = await table.client.send(
          new GetCommand({ TableName: table.name, Key: keys.mail(dossierId, key), ConsistentRead: true }),
        );
        return Item && MailItem.parse(Item);
      }),

    claim: (dossierId, record, keptUntil) =>
      translated(record.key, () =>
        put(dossierId, record, keptUntil, {
          ConditionExpression: IS_FREE,
          ExpressionAttributeNames: { "#status": "status" },
          ExpressionAttributeValues: { ":sending": "sending", ":now": record.at, ":me": record.claimedBy },
        }),
      ),

    settle: (dossierId, record, keptUntil) =>
      translated(record.key, async () => {
        try {
          await put(dossierId, record, keptUntil, {
            ConditionExpression: "claimedBy = :me",
            ExpressionAttributeValues: { ":me": record.claimedBy },
          });
        } catch (error) {
          if (!isUnmet(error)) throw error;
        }
      }),
  };
}
