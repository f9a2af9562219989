import * as z from "zod";

type Attributes = Record<string, unknown>;

/**
 * Makes an item of one version into the next. An update writes fields of today into an item whose other fields are
 * older, so a migration keeps a field that is already there.
 */
export type Migration = (stored: Attributes) => Attributes;

/** The form of an item of the table, with the way from every earlier form to it. */
export type StoredShape<Schema extends z.ZodType = z.ZodType> = {
  schema: Schema;
  /** Written on every item as `schemaVersion`. */
  version: number;
  /** Reads an item of any version as one of today. */
  read(item: unknown): z.output<Schema>;
};

/** Items of before versions were written are of the first. */
const Versioned = z.looseObject({ schemaVersion: z.int().min(1).default(1) });

/**
 * Declares a stored shape. `migrations` are from version 1 to 2, from 2 to 3, and so on, so their number says which
 * version is written today. What is stored outlives the code: a change of the schema needs one more
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
      const { schemaVersion, ...stored } = Versioned.parse(item);
      if (schemaVersion > version) throw new Error(`Version ${schemaVersion} is later than ${version}`);
      const later = migrations.slice(schemaVersion - 1);
      return schema.parse(later.reduce((older: Attributes, migrate) => migrate(older), stored));
    },
  };
}

/**
 * What an index projects of an item. A projection cannot change in place, and a `schemaVersion` in it is that of the whole
 * item: so what is projected is read as it is, and a new field is optional.
 */
export const projectedShape = <Schema extends z.ZodType>(schema: Schema): StoredShape<Schema> => ({
  schema,
  version: 1,
  read: (item) => schema.parse(item),
});
