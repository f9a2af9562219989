import { refusalTexts } from "./refusals.nl.ts";

const texts = refusalTexts.unreadable;

/** Lists items that are missing on a page because they do not parse. */
export const Unreadable = ({ keys = [] }: { keys?: readonly string[] }) =>
  keys.length === 0 ? (
    <></>
  ) : (
    <section class="notice" aria-labelledby="unreadable">
      <h2 id="unreadable">{texts.title}</h2>
      <p>{texts.intro}</p>
      <ul>
        {keys.map((key) => (
          <li>
            <code>{key}</code>
          </li>
        ))}
      </ul>
    </section>
  );
