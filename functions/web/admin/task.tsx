import type { Context } from "hono";
import { showMoment } from "../../domain/calendar.ts";
import type { Proposed } from "../../domain/decide.ts";
import { describeForm } from "../../domain/describe-form.ts";
import { describeValues } from "../../domain/describe-values.ts";
import type { HumanTask } from "../../domain/human-task.ts";
import type { TaskDefinition } from "../../domain/task-definition.ts";
import { Answers } from "../ui/form/answers.tsx";
import { pastOf } from "../ui/task/decided-before.ts";
import { serveTask } from "../ui/task/serve-task.tsx";
import type { AdminApp, AdminEnv, AdminSite } from "../team/admin-site.ts";
import { findTaskFor } from "../team/find-dossier.ts";
import { CHOSEN } from "./ready-text-choice.tsx";
import { readOwnForm } from "./guard.tsx";
import { taskAddress } from "./task-address.ts";
import { adminTexts } from "./texts.nl.ts";
import { SOURCE } from "./take-over.tsx";
import { taskView } from "./task-view.tsx";

const texts = adminTexts.task.notStored;

type NotStoredProps = { task: HumanTask; typed: Proposed; definition: TaskDefinition };

/** A decision that came too late: who was first, and what was typed, to be copied. */
const NotStored = ({ task, typed, definition }: NotStoredProps) => {
  const { outcome, fields } = typed;
  const schema = Object.hasOwn(definition.outcomes, outcome) ? definition.outcomes[outcome] : undefined;
  const answers = schema ? describeValues(describeForm(schema, definition.texts.nl.fields), fields) : [];
  const { decision } = task;
  return (
    <div class="summary" role="alert">
      <h2>
        {decision
          ? texts.decided(decision.by.name, pastOf(definition, decision.outcome), showMoment(decision.at))
          : texts.closed}
      </h2>
      {answers.length > 0 ? (
        <>
          <p>{texts.typed}</p>
          <Answers answers={answers} />
        </>
      ) : (
        ""
      )}
    </div>
  );
};

export function taskRoutes(app: AdminApp, site: AdminSite) {
  const task = "/admin/dossiers/:id/tasks/:taskId";
  const visit = async (c: Context<AdminEnv>) => {
    const { id = "", taskId = "" } = c.req.param();
    const found = await findTaskFor(site, c.var.caller, id, taskId);
    const address = taskAddress(site, id, taskId);
    return {
      ...found,
      ...{ isOwn: found.part === "own", address },
      view: (again = {}) =>
        taskView(
          site,
          c.var.session,
          { ...found, source: c.req.query(SOURCE), chosen: c.req.query(CHOSEN) },
          address,
          again,
        ),
    };
  };

  serveTask(app, site, {
    routes: { task, draft: `${task}/draft` },
    visit,
    overtaken: async (c, typed) => {
      const { task: settled, view } = await visit(c);
      const { content } = await view();
      const why = <NotStored task={settled} typed={typed} definition={site.definitions[settled.kind]} />;
      return {
        title: texts.title,
        content: (
          <>
            {why}
            {content}
          </>
        ),
      };
    },
    readForm: readOwnForm,
    asksTick: false,
    unknown: "page-unknown",
    saved: { name: "draft", value: "saved" },
  });
}
