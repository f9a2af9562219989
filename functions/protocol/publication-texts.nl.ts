/** Texts of the copy of a signed protocol that may be published. */
export const publicationTexts = {
  lastPage: {
    title: "Ondertekening",
    intro:
      "Dit is de tekst die beide partijen ondertekenden, zonder de handtekeningen. De ondertekende bestanden blijven bij de partijen: een handtekening met de eID bevat het rijksregisternummer van wie tekende.",
    signed: (date: string, who: string, party: string) =>
      `Ondertekend op ${date} door ${who}, voor ${party}.`,
    text: (version: number, sha256: string) =>
      `Ondertekend werd versie ${version} van het protocol. SHA-256 van dat bestand: ${sha256}`,
  },
};
