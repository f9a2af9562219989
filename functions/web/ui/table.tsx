import type { Child, PropsWithChildren } from "hono/jsx";

/** A table that scrolls sideways in its own frame. On a telephone, rows whose cells have a `data-label` become cards. */
export const Table = (props: PropsWithChildren<{ title: string; headings: readonly Child[] }>) => (
  <div class="scroll" tabindex={0} role="region" aria-label={props.title}>
    <table>
      <thead>
        <tr>
          {props.headings.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  </div>
);
