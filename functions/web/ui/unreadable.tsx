import { webTexts } from "./texts.nl.ts";

const texts = webTexts.unreadable;

/** Names what is missing on a page since it does not parse. */
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
