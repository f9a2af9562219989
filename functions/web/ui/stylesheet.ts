import { createHash } from "node:crypto";
import { UPLOAD_PAGE_MINUTES } from "../../domain/documents.ts";

/** Shows one part of a page and hides another once time has passed: no page runs scripts. */
const LATE = `0s ${UPLOAD_PAGE_MINUTES * 60}s forwards`;

/** The stylesheet of the site. Colours have a contrast of at least 4.5 to 1 (WCAG 1.4.3), edges 3 to 1 (1.4.11). */
export const STYLESHEET = `
:root { --ink: #1a1a1a; --soft: #545454; --blue: #0055cc; --blue-dark: #003b8e; --pale: #f1f5fb; --line: #767676;
  --red: #a8071a; --pale-red: #fdf1f1; --green: #1c6b2a; --pale-green: #eff8f0; --yellow: #ffe615; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: #fff; font: 1.0625rem/1.55 "Flanders Art Sans", "Segoe UI", Arial, sans-serif; overflow-wrap: break-word; }
a { color: var(--blue); text-underline-offset: .15em; }
a:hover { color: var(--blue-dark); text-decoration-thickness: .15em; }
:focus-visible, input:focus, input:focus-within { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 6px var(--yellow); }
main:focus { outline: none; }
.wrap { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
main.wrap { padding-top: 1.5rem; padding-bottom: 3rem; min-height: 60vh; }
main > p, main > ul, main > ol, section > p { max-width: 42rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem 1rem; z-index: 1; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header { border-bottom: 4px solid var(--yellow); }
header .wrap { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding-top: .75rem; padding-bottom: .75rem; }
header .brand { font-weight: 700; color: var(--ink); text-decoration: none; margin-right: auto; }
header nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
header form { margin: 0; }
footer { background: var(--pale); padding: 1.5rem 0; font-size: .95rem; }
footer ul { list-style: none; padding: 0; margin: .5rem 0 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: .5rem 0 1rem; }
h2 { font-size: 1.4rem; line-height: 1.3; margin: 2rem 0 .75rem; }
h3 { font-size: 1.1rem; margin: 1.25rem 0 .5rem; }
.over { color: var(--soft); margin: 0; }
.hint, .optional, .soft { color: var(--soft); }
.optional { font-weight: 400; }
ins { background: var(--pale-green); } del { background: var(--pale-red); }
.hint { margin: 0 0 .35rem; font-size: .98rem; }
.field, fieldset { margin: 0 0 1.5rem; max-width: 42rem; min-width: 0; }
fieldset { border: 0; padding: 0; }
fieldset.group { border-left: 4px solid #b9cbe6; padding-left: 1rem; }
label, legend { font-weight: 600; display: block; padding: 0; margin-bottom: .25rem; }
fieldset > legend { float: left; width: 100%; }
fieldset > legend + * { clear: both; }
fieldset.group > legend { font-size: 1.15rem; margin-bottom: .75rem; }
fieldset.group fieldset.group { border-left: 0; padding: 1rem 0 0; border-top: 1px solid #d9dee5; }
fieldset.group fieldset.group > legend { font-size: 1.0625rem; margin-bottom: .25rem; }
fieldset.group fieldset.group .field { margin-bottom: .75rem; }
fieldset.group fieldset.group .field > label, fieldset.group fieldset.group .field > legend { font-weight: 400; }
.name::first-letter { text-transform: uppercase; }
strong.name { display: block; }
.field > .row { display: flex; flex-wrap: wrap; gap: 0 1.75rem; }
fieldset.field .option label::first-letter { text-transform: uppercase; }
.option { display: flex; gap: .6rem; align-items: flex-start; margin: .4rem 0; }
.option label { font-weight: 400; margin: 0; }
.option input { width: 1.35rem; height: 1.35rem; margin: .1rem 0 0; flex: none; accent-color: var(--blue); }
input[type=text], input[type=email], input[type=date], input[type=search], input[type=file], select, textarea { font: inherit; width: 100%; padding: .5rem .6rem;
  border: 1px solid var(--line); border-radius: 4px; background: #fff; color: var(--ink); }
input.short { max-width: 14rem; }
textarea { resize: vertical; field-sizing: content; min-height: 5rem; max-height: 40rem; }
textarea[rows="2"] { min-height: 3.5rem; }
.has-problem { border-left: 4px solid var(--red); padding-left: 1rem; }
.problem { color: var(--red); font-weight: 600; margin: 0 0 .35rem; }
.summary { border: 3px solid var(--red); background: var(--pale-red); padding: 1rem 1.25rem; margin: 0 0 1.5rem; max-width: 46rem; }
.summary h2 { margin-top: 0; }
.summary a { color: var(--red); font-weight: 600; }
.notice, .done, .told { padding: .75rem 1.25rem; margin: 1rem 0; max-width: 46rem; border-left: 6px solid var(--blue); background: var(--pale); }
.done { border-color: var(--green); background: var(--pale-green); }
.notice h2, .done h2, .told h2 { margin-top: .25rem; }
button, .button { font: inherit; font-weight: 600; display: inline-block; padding: .6rem 1.2rem; border: 2px solid var(--blue); border-radius: 4px;
  background: var(--blue); color: #fff; cursor: pointer; text-decoration: none; }
button:hover, .button:hover { background: var(--blue-dark); border-color: var(--blue-dark); color: #fff; }
button.second { background: #fff; color: var(--blue); }
button.second:hover { background: var(--pale); color: var(--blue-dark); }
button.plain { border: 0; padding: 0; background: none; color: var(--blue); text-decoration: underline; font-weight: 400; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem; }
.outcome { border: 1px solid #c6cdd6; border-radius: 6px; padding: 1.25rem 1.5rem; margin: 1.5rem 0; max-width: 48rem; }
.outcome h2 { margin-top: 0; }
.choices { border-top: 1px solid #c6cdd6; padding-top: 1.25rem; margin: 1.5rem 0 0; }
.choices > legend { font-size: 1.15rem; margin-top: 1.25rem; }
.choice { margin: 0 0 1.25rem; }
.choice p { margin: 0 0 .5rem; }
summary { cursor: pointer; }
summary h2 { display: inline; }
details[open] > summary { margin-bottom: 1rem; }
dl.answers { max-width: 46rem; }
dl.answers { margin: .5rem 0 1.5rem; }
dl.answers > div { padding: .4rem 0; border-bottom: 1px solid #d9dee5; }
@media (min-width: 44rem) { dl.answers > div { display: grid; grid-template-columns: 17rem 1fr; column-gap: 1.5rem; }
  dl.answers dd { grid-column: 2; } }
dl.answers dt { font-weight: 600; }
dl.answers dt { hyphens: auto; }
.as-typed { white-space: pre-line; }
.under { font-size: 1.0625rem; max-width: 46rem; margin-bottom: 0; }
dl.answers dd { margin: 0; overflow-wrap: anywhere; }
.spaced > li { margin: .5rem 0; }
nav.parts { max-width: 46rem; margin: 1rem 0 1.5rem; }
nav.parts p { margin: 0; font-weight: 600; }
nav.parts ul { margin: .25rem 0 0; }
nav.across ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.when { border-left: 6px solid var(--yellow); padding: .25rem 0 .25rem 1rem; }
.when p { margin: .15rem 0; }
.late { display: block; color: #a4161a; }
ol.steps { list-style: none; padding: 0; max-width: 46rem; }
ol.steps li { display: flex; gap: .75rem; padding: .5rem .75rem; border-left: 6px solid #c6cdd6; margin: .25rem 0; }
ol.steps li .state { margin-left: auto; color: var(--soft); white-space: nowrap; }
ol.steps li.now { border-color: var(--blue); background: var(--pale); font-weight: 600; }
ol.steps li.now .state { color: var(--ink); }
ol.steps li.ready { border-color: var(--green); }
ol.timeline { list-style: none; padding: 0; max-width: 46rem; }
ol.timeline > li { padding: .5rem 0 .5rem 1rem; border-left: 3px solid #c6cdd6; overflow-wrap: anywhere; }
ol.timeline time { display: block; color: var(--soft); font-size: .95rem; }
ol.timeline q { quotes: none; white-space: pre-line; display: block; }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #d9dee5; vertical-align: top; }
body:has(main > .wide) .wrap { max-width: 90rem; }
.wide > .filter { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 0 0 1rem; }
.filter > div { min-width: 10rem; }
.filter .option { margin: .4rem 0; min-width: 0; }
.bulk { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; max-width: none; }
.bulk select { width: auto; }
.bulk > legend + * { clear: none; }
.plain-list { list-style: none; margin: 0; padding: 0; }
.chart { max-width: 100%; height: auto; }
.one-line { white-space: nowrap; }
.overdue { color: #a4161a; }
td > input[type=checkbox] { width: 1.35rem; height: 1.35rem; accent-color: var(--blue); }
@media (max-width: 48rem) {
  table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.cards, table.cards tbody { display: block; }
  table.cards tr { display: block; border: 1px solid #d9dee5; border-radius: 4px; padding: .5rem .75rem; margin: 0 0 .75rem; }
  table.cards td { display: flex; gap: .75rem; border: 0; padding: .15rem 0; white-space: normal; }
  table.cards td:empty { display: none; }
  table.cards td[data-label]::before { content: attr(data-label); flex: 0 0 7rem; color: var(--soft); }
}
.badge { display: inline-block; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 3px; font-size: .9rem; white-space: nowrap; }
@media (max-width: 40rem) { body { hyphens: auto; } h1 { font-size: 1.7rem; } .outcome { padding: 1rem; } fieldset.group { padding-left: .75rem; } }
.until-late { animation: hide ${LATE}; }
.when-late { visibility: hidden; max-height: 0; overflow: hidden; animation: show ${LATE}; }
@keyframes hide { to { visibility: hidden; max-height: 0; overflow: hidden; } }
@keyframes show { to { visibility: visible; max-height: none; } }
@media print { header nav, footer, button, .skip { display: none; } }
`;

/** The address contains a hash of the content, so that browsers may cache it for a year. */
export const STYLESHEET_PATH = `/assets/style-${createHash("sha256").update(STYLESHEET).digest("hex").slice(0, 12)}.css`;
