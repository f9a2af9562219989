import { NAMES } from "../../domain/names.ts";
import { showDate } from "../../domain/calendar.ts";

/** Texts of the public page with the signed protocols. */
export const publishedTexts = {
  title: "Protocollen over de LED",
  intro: `${NAMES.agency} maakt met elke organisatie die de LED raadpleegt een protocol (e-govdecreet, artikel 8). Hier staan de protocollen die beide partijen ondertekenden. Of een organisatie de LED vandaag nog raadpleegt, staat er niet bij.`,
  none: "Er zijn nog geen protocollen.",
  table: ["Organisatie", "Doel", "Ondertekend op", "Geldt", "Protocol"],
  term: (start: string, end: string | undefined) =>
    end === undefined ? `vanaf ${showDate(start)}` : `van ${showDate(start)} tot en met ${showDate(end)}`,
  file: (organisation: string) => `Protocol met ${organisation} (pdf)`,
  more: "Meer protocollen",
  toHome: "Naar de startpagina",
};
