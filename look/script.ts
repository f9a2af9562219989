/**
 * The script of the pages. Every page works without it. It sends nothing before somebody types, because programs that scan
 * mails run scripts too.
 */

/** Milliseconds: a pause in the typing before a save, and the minimum between two saves. */
const PAUSE = 2_000;
const BETWEEN = 20_000;
const LOOK_AGAIN = 2_000;

type Told = { message: string; version?: number; isOver?: boolean };

/** Saves a form as its draft while somebody fills it in. It never overwrites a draft that another window saved. */
function keepDraft(form: HTMLFormElement, address: string): void {
  const says = form.querySelector("[data-kept]");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;
  let savedAt = 0;
  let isOver = false;
  let isLeaving = false;

  const say = (message: string) => {
    if (says) says.textContent = message;
  };
  const typed = () => {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") values.append(name, value);
    return values;
  };
  const save = async () => {
    savedAt = Date.now();
    const told = await fetch(address, {
      method: "POST",
      body: typed(),
      headers: { accept: "application/json" },
    })
      .then((answer) => answer.json() as Promise<Told>)
      .catch(() => undefined);
    if (!told) return say(form.dataset["notKept"] ?? "");
    isOver = told.isOver ?? false;
    say(told.message);
    if (told.version !== undefined)
      for (const version of document.querySelectorAll<HTMLInputElement>("input[name=draftVersion]"))
        version.value = String(told.version);
  };
  const start = () => {
    if (isOver || isLeaving || saving) return;
    saving = save().finally(() => {
      saving = undefined;
    });
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(start, Math.max(PAUSE, savedAt + BETWEEN - Date.now()));
  });
  form.addEventListener("submit", (event) => {
    const by = event.submitter;
    if (by instanceof HTMLButtonElement && by.formMethod === "dialog") return;
    clearTimeout(timer);
    if (!saving) {
      isLeaving = true;
      return;
    }
    // The next page builds on the version of the draft that is being saved.
    event.preventDefault();
    if (isLeaving) return;
    isLeaving = true;
    void saving.then(() => form.requestSubmit(by));
  });
  addEventListener("pageshow", () => {
    isLeaving = false;
  });
}

/** Polls the page of a document until the check is done and the page redirects. */
async function untilChecked(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  const answer = await fetch(location.href).catch(() => undefined);
  if (answer?.redirected) return location.replace(answer.url);
  if (!answer?.ok || (await answer.text()).includes("data-waits")) return untilChecked();
  location.reload();
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]"))
  keepDraft(form, form.dataset["draft"] ?? "");
if (document.querySelector("[data-waits]")) void untilChecked();
document.querySelector<HTMLElement>(".summary[autofocus]")?.focus();
