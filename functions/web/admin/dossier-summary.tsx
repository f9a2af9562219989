import { showDate } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { showEnterpriseNumber } from "../../domain/enterprise-number.ts";
import { channelNames, stageNames } from "../../domain/texts.nl.ts";
import { HandlerInWords, type HandlerView } from "./handler.tsx";
import { dossierPageTexts } from "./dossier-page.nl.ts";

const texts = dossierPageTexts.summary;

/** The facts that a case handler needs first: purpose, channel, organisation, contact, handler and step. */
export const Summary = ({ dossier, handler }: { dossier: Dossier; handler: HandlerView }) => {
  const { organisation, people, intake, stage, since } = dossier;
  const purpose = intake?.purpose ?? (dossier.status === "ENQUIRY" ? dossier.request.question : undefined);
  const { contact } = people;
  return (
    <section class="told">
      <h2>{texts.title}</h2>
      <dl class="answers">
        {purpose === undefined ? (
          ""
        ) : (
          <div>
            <dt>{texts.purpose}</dt>
            <dd class="as-typed">{purpose}</dd>
          </div>
        )}
        {intake ? (
          <div>
            <dt>{texts.channels}</dt>
            <dd>{intake.channels.map((channel) => channelNames[channel]).join(" en ")}</dd>
          </div>
        ) : (
          ""
        )}
        {organisation.enterpriseNumber === undefined ? (
          ""
        ) : (
          <div>
            <dt>{texts.enterpriseNumber}</dt>
            <dd>{showEnterpriseNumber(organisation.enterpriseNumber)}</dd>
          </div>
        )}
        <div>
          <dt>{texts.contact}</dt>
          <dd>
            {contact.name}, <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </dd>
        </div>
        <div>
          <dt>{texts.handler}</dt>
          <dd>
            <HandlerInWords view={handler} />
          </dd>
        </div>
        <div>
          <dt>{texts.step}</dt>
          <dd>{texts.since(stageNames[stage], showDate(since))}</dd>
        </div>
      </dl>
    </section>
  );
};
