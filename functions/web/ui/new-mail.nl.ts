/** Why a mail of no dossier is not settled, for pages and programs. */
export const newMailProblems = {
  refused: "Naar het adres van de afzender kunnen we geen mail sturen. Bel, of wis de mail.",
  closed: "Dat dossier is afgesloten. Kies een ander, of open een nieuw dossier.",
};
