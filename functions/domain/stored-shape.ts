import * as z from "zod";

type Attributes = Record<string, unknown>;

/**
 * Migrates an item from one version to the next. An update writes current fields into an item whose other fields are
 * older, so a migration keeps a field that already exists.
 */
export type Migration = (stored: Attributes) => Attributes;

/** The schema of an item in the table, with the migrations from every earlier version. */
export type StoredShape<Schema extends z.ZodType = z.ZodType> = {
  schema: Schema;
  /** Written on every item as `schemaVersion`. */
  version: number;
  /** Parses an item of any version and migrates it to the current one. */
  read(item: unknown): z.output<Schema>;
};

/** Items without a version predate versioning and have version 1. */
const Versioned = z.object({ schemaVersion: z.int().min(1).default(1) });
const isItem = (item: unknown): item is Attributes => typeof item === "object" && item !== null;

/**
 * Declares a stored shape. `migrations` go from version 1 to 2, 2 to 3 and so on, so their number determines the
 * current version. Stored items outlive the code: every change of the schema needs another migration
 * (test/domain/schema-versions.test.ts).
 */
export function storedShape<Schema extends z.ZodType>(
  schema: Schema,
  ...migrations: Migration[]
): StoredShape<Schema> {
  const version = migrations.length + 1;
  return {
    schema,
    version,
    read: (item) => {
      const { schemaVersion } = Versioned.parse(item);
      if (schemaVersion > version) throw new Error(`Version ${schemaVersion} is later than ${version}`);
      const later = migrations.slice(schemaVersion - 1);
      return schema.parse(later.reduce((older, migrate) => (isItem(older) ? migrate(older) : older), item));
    },
  };
}

/**
 * The shape of an index projection. A projection cannot be changed in place, and its `schemaVersion` is that of the
 * whole item, so projected attributes are not migrated. New fields must be optional.
 */
export const projectedShape = <Schema extends z.ZodType>(schema: Schema): StoredShape<Schema> => ({
  schema,
  version: 1,
  read: (item) => schema.parse(item),
});
