import type { Child } from "hono/jsx";
import type { Session } from "../../domain/ports.ts";
import type { Colleague } from "../../domain/staff.ts";

type Props = {
  /** Address of the post. */
  to: string;
  /** Id of the select. */
  id: string;
  candidates: Colleague[];
  session: Session;
  /** Subject of the colleague who has the task or the dossier now. */
  current: string | undefined;
  texts: { handOver: string; handOverButton: string };
  hidden: Child;
};

/** A form to hand a task or a dossier over to a colleague; nothing when there is no other colleague. */
export const HandOverForm = ({ to, id, candidates, session, current, texts, hidden }: Props) => {
  const others = candidates.filter(({ subject }) => subject !== session.subject && subject !== current);
  if (others.length === 0) return <></>;
  return (
    <form method="post" action={to}>
      {hidden}
      <div class="field">
        <label for={id}>{texts.handOver}</label>
        <select id={id} name="to">
          {others.map(({ subject, name }) => (
            <option value={subject}>{name}</option>
          ))}
        </select>
      </div>
      <button class="second">{texts.handOverButton}</button>
    </form>
  );
};
