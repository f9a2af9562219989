import { absenceTexts } from "../../staff/texts.nl.ts";
import type { Session } from "../../domain/ports.ts";
import { isOfTeam } from "../team/find-dossier.ts";
import type { Addresses } from "../http/addresses.ts";
import { dossierPageTexts } from "./dossier-page.nl.ts";
import { readyTexts } from "./ready-texts.nl.ts";
import { overviewTexts } from "./overview-texts.nl.ts";
import { templateTexts } from "./template-texts.nl.ts";
import { adminTexts } from "./texts.nl.ts";

/** Navigation, the signed-in person, and signing out. */
export const Top = ({ session, addresses }: { session: Session; addresses: Addresses }) => {
  const texts = adminTexts.top;
  return (
    <>
      <nav aria-label={texts.navigation}>
        <ul>
          <li>
            <a href={addresses.at("/admin")}>{texts.inbox}</a>
          </li>
          <li>
            <a href={addresses.at("/admin/absence")}>{absenceTexts.top}</a>
          </li>
          {isOfTeam(session) ? (
            <>
              <li>
                <a href={addresses.at("/admin/dossiers")}>{texts.dossiers}</a>
              </li>
              <li>
                <a href={addresses.at("/admin/overview")}>{overviewTexts.board.nav}</a>
              </li>
              <li>
                <a href={addresses.at("/admin/dossiers/new")}>{texts.open}</a>
              </li>
              <li>
                <a href={addresses.at("/admin/colleagues")}>{adminTexts.colleagues.title}</a>
              </li>
              <li>
                <a href={addresses.at("/admin/template")}>{templateTexts.nav}</a>
              </li>
              <li>
                <a href={addresses.at("/admin/texts")}>{readyTexts.nav}</a>
              </li>
              <li>
                <a href={addresses.at("/admin/system")}>{dossierPageTexts.system.nav}</a>
              </li>
            </>
          ) : (
            ""
          )}
          <li>
            <a href={addresses.at("/admin/api")}>{adminTexts.top.api}</a>
          </li>
        </ul>
      </nav>
      <form method="post" action={addresses.at("/admin/sign-out")}>
        <input type="hidden" name="csrf" value={session.csrf} />
        {session.name} <button class="plain">{texts.signOut}</button>
      </form>
    </>
  );
};
