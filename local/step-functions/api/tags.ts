import * as z from "zod";
import { operation } from "./input.ts";

export const tags = z.array(z.object({ key: z.string(), value: z.string() }));

export const TAGS = {
  TagResource: operation(z.object({ resourceArn: z.string(), tags }), ({ machines }, input) => {
    const machine = machines.get(input.resourceArn);
    const added = new Set(input.tags.map(({ key }) => key));
    machine.tags = [...machine.tags.filter(({ key }) => !added.has(key)), ...input.tags];
    machines.put(machine);
    return {};
  }),

  UntagResource: operation(
    z.object({ resourceArn: z.string(), tagKeys: z.array(z.string()) }),
    ({ machines }, { resourceArn, tagKeys }) => {
      const machine = machines.get(resourceArn);
      machine.tags = machine.tags.filter(({ key }) => !tagKeys.includes(key));
      machines.put(machine);
      return {};
    },
  ),

  ListTagsForResource: operation(z.object({ resourceArn: z.string() }), ({ machines }, { resourceArn }) => {
    return { tags: machines.get(resourceArn).tags };
  }),
};
