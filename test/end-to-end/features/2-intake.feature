# language: nl
Functionaliteit: 2. Intake
  De organisatie zegt waarvoor ze de LED nodig heeft. Het LED-team beslist of dat past, en stelt een planning voor.

  Scenario: Het LED-team vraagt meer informatie en stelt een planning voor
    Gegeven het dossier van "Gemeente Voorbeeldegem"
    Als de aanvrager "Vul de intake in" afhandelt met "Intake indienen"
    En het LED-team "Beoordeel de intake" afhandelt met "Vraag meer informatie": "Welke dienst raadpleegt de LED?"
    Dan wacht het dossier op de aanvrager: "Vul de intake in"
    En staat op die pagina "Welke dienst raadpleegt de LED?"
    Als de aanvrager "Vul de intake in" afhandelt met "Intake indienen"
    En het LED-team "Beoordeel de intake" afhandelt met "Geschikt: stel de planning voor"
    En de aanvrager "Ga akkoord met de planning" afhandelt met "Ik ga akkoord met de planning"
    Dan wacht het dossier op het LED-team: "Doe het vooronderzoek DPIA"

  Abstract Scenario: Weigering: de aanvraag stopt bij de intake
    Gegeven een dossier dat wacht op het LED-team: "Beoordeel de intake"
    Als het LED-team "Beoordeel de intake" afhandelt met "<keuze>": "Dit past niet bij de opdracht van de organisatie."
    Dan is het dossier gesloten: <hoe>
    En kennen beide partijen de reden: "Dit past niet bij de opdracht van de organisatie."

    Voorbeelden:
      | keuze                     | hoe           |
      | Niet geschikt: sluit af   | niet geschikt |
      | Sluit het dossier af      | afgesloten    |
