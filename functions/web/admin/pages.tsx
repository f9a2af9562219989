import type { Child } from "hono/jsx";
import { workTexts } from "./work-texts.nl.ts";

/** Links to the other pages of a list. */
export const Pages = (props: { page: number; pages: number; to: (page: number) => string }): Child => {
  const { page, pages, to } = props;
  if (pages <= 1) return <></>;
  const near = Array.from({ length: pages }, (_, before) => before + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= 2,
  );
  return (
    <nav class="across" aria-label={workTexts.pages}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={to(page - 1)} rel="prev">
              {workTexts.previous}
            </a>
          </li>
        ) : (
          ""
        )}
        {near.map((one) => (
          <li>
            <a href={to(one)} aria-current={one === page ? "page" : undefined}>
              {one}
            </a>
          </li>
        ))}
        {page < pages ? (
          <li>
            <a href={to(page + 1)} rel="next">
              {workTexts.next}
            </a>
          </li>
        ) : (
          ""
        )}
      </ul>
    </nav>
  );
};
