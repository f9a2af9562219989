import type { Session, UploadForm } from "../../domain/ports.ts";
import type { TemplateVersion } from "../../domain/template-version.ts";
import { PLACEHOLDERS, type PlaceholderText } from "../../protocol/placeholders.nl.ts";
import { Csrf } from "./guard.tsx";
import { templateTexts } from "./template-texts.nl.ts";
import { Table } from "../ui/table.tsx";

const texts = templateTexts;

type Line = { number: number; version?: TemplateVersion; isCurrent: boolean };

/** The versions, the latest first, and the template that ships. */
function linesOf(versions: readonly TemplateVersion[]): Line[] {
  const current = versions.at(-1)?.number ?? 0;
  const lines = versions.map((version) => ({ number: version.number, version }));
  return [...lines.toReversed(), { number: 0 }].map((line) => ({
    ...line,
    isCurrent: line.number === current,
  }));
}

const Row = ({ line, session, to }: { line: Line; session: Session; to: string }) => {
  const { number, version, isCurrent } = line;
  const here = `${to}/versions/${number}`;
  const hidden = <span class="visually-hidden">{texts.of(number)}</span>;
  return (
    <tr>
      <td>
        {number}
        {isCurrent ? `, ${texts.current}` : ""}
        {version?.restores === undefined ? "" : `, ${texts.restores(version.restores)}`}
      </td>
      <td>{version ? texts.since(version) : texts.shipped}</td>
      <td>{version?.by.name ?? ""}</td>
      <td>{version?.sha256 === undefined ? "" : <code>{version.sha256.slice(0, 16)}…</code>}</td>
      <td>
        <a href={`${here}/file`}>
          {texts.download}
          {hidden}
        </a>
        {", "}
        <a href={`${here}/preview`}>
          {texts.preview}
          {hidden}
        </a>
        {isCurrent ? (
          ""
        ) : (
          <form method="post" action={here}>
            <Csrf session={session} />
            <button class="plain">
              {texts.restore}
              {hidden}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
};

const Fields = () => (
  <Table title={texts.fields} headings={texts.fieldTable}>
    {Object.entries<PlaceholderText>(PLACEHOLDERS).flatMap(([name, { says, isRequired, holds = {} }]) => [
      <tr>
        <td>
          <code>{`{${name}}`}</code>
        </td>
        <td>{says}</td>
        <td>{isRequired ? texts.yes : texts.no}</td>
      </tr>,
      ...Object.entries(holds).map(([field, means]) => (
        <tr>
          <td>
            <code>{`{${field}}`}</code> {texts.within(name)}
          </td>
          <td>{means}</td>
          <td>{texts.no}</td>
        </tr>
      )),
    ])}
  </Table>
);

type TemplatePageProps = {
  versions: readonly TemplateVersion[];
  session: Session;
  to: string;
  notice: string | undefined;
};

export const TemplatePage = ({ versions, session, to, notice }: TemplatePageProps) => (
  <>
    <h1>{texts.title}</h1>
    {notice === "accepted" || notice === "restored" ? (
      <p class="done" role="status">
        {texts.done[notice]}
      </p>
    ) : (
      ""
    )}
    {texts.intro.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <p>
      <a class="button" href={`${to}/upload`}>
        {texts.upload}
      </a>
    </p>
    <h2>{texts.versions}</h2>
    <Table title={texts.versions} headings={texts.table}>
      {linesOf(versions).map((line) => (
        <Row {...{ line, session, to }} />
      ))}
    </Table>
    <h2>{texts.how}</h2>
    <ol class="spaced">
      {texts.steps.map((step) => (
        <li>{step}</li>
      ))}
    </ol>
    <h2>{texts.fields}</h2>
    <Fields />
  </>
);

/** Uploads the file straight to the bucket: the form has exactly the fields of the policy, and the file comes last. */
export const UploadPage = ({ form, back }: { form: UploadForm; back: string }) => {
  const { uploadPage } = texts;
  return (
    <>
      <h1>{uploadPage.title}</h1>
      <p>{uploadPage.text}</p>
      <div class="when-late" role="status">
        <p class="problem">{uploadPage.late}</p>
      </div>
      <form class="until-late" method="post" action={form.url} enctype="multipart/form-data">
        {Object.entries(form.fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="field">
          <label for="file">{uploadPage.file}</label>
          <input type="file" id="file" name="file" accept=".docx" required />
        </div>
        <div class="buttons">
          <button>{uploadPage.button}</button>
        </div>
      </form>
      <p>
        <a href={back}>{uploadPage.back}</a>
      </p>
    </>
  );
};

/** A template in quarantine: the check for malware takes a minute at most. */
export const BeingChecked = ({ here, back }: { here: string; back: string }) => (
  <>
    <h1>{texts.beingChecked.title}</h1>
    <p>{texts.beingChecked.text}</p>
    <p>
      <a class="button" href={here}>
        {texts.beingChecked.again}
      </a>
    </p>
    <p>
      <a href={back}>{texts.uploadPage.back}</a>
    </p>
  </>
);

type CheckedProps = { problems: string[]; here: string; back: string; session: Session };

/** What the checks of an uploaded template found, with its preview. */
export const CheckedPage = ({ problems, here, back, session }: CheckedProps) => {
  const { checked } = texts;
  if (problems.length > 0)
    return (
      <>
        <h1>{checked.wrong}</h1>
        <ul class="problems">
          {problems.map((problem) => (
            <li>{problem}</li>
          ))}
        </ul>
        <p>{checked.wrongText}</p>
        <p>
          <a class="button" href={`${back}/upload`}>
            {texts.upload}
          </a>
        </p>
      </>
    );
  return (
    <>
      <h1>{checked.fine}</h1>
      <p>{checked.fineText}</p>
      <p>
        <a href={`${here}/preview`}>{texts.preview}</a>
      </p>
      <form method="post" action={here}>
        <Csrf session={session} />
        <div class="buttons">
          <button>{checked.accept}</button>
        </div>
      </form>
      <p>
        <a href={back}>{texts.uploadPage.back}</a>
      </p>
    </>
  );
};
