# language: nl
Functionaliteit: 1. Contact
  Een organisatie vraagt toegang tot de LED, of stelt eerst een vraag.

  Scenario: Een organisatie vraagt toegang
    Als "Gemeente Voorbeeldegem" toegang vraagt
    Dan krijgt de aanvrager een mail over "Zo verloopt je aansluiting"
    En wacht het dossier op de aanvrager: "Vul de intake in"

  Scenario: Een vraag wordt beantwoord
    Als "Stad Weetgraag" vraagt: "Staan buitenlandse diploma's in de LED?"
    Dan krijgt het LED-team een mail met "Staan buitenlandse diploma's in de LED?"
    En gaat een antwoord op die mail naar de aanvrager
    Als het LED-team "Beantwoord de vraag" afhandelt met "Verstuur het antwoord": "Nee, alleen Vlaamse bewijzen."
    Dan krijgt de aanvrager een mail met "Nee, alleen Vlaamse bewijzen."
    En is het dossier gesloten: beantwoord

  Scenario: Een vraag wordt een aansluiting
    Als "OCMW Beginnersdal" vraagt: "Mogen wij de LED gebruiken?"
    En het LED-team "Beantwoord de vraag" afhandelt met "Start de aansluiting"
    Dan wacht het dossier op de aanvrager: "Vul de intake in"
