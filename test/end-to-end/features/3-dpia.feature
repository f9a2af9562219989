# language: nl
Functionaliteit: 3. DPIA
  Het LED-team gaat na of een DPIA nodig is. Is ze nodig, dan werkt de organisatie ze uit.

  Scenario: Er is geen DPIA nodig
    Gegeven het dossier van "Gemeente Voorbeeldegem"
    Als het LED-team "Doe het vooronderzoek DPIA" afhandelt met "Besluit: geen DPIA nodig"
    Dan wacht het dossier op de aanvrager: "Dien het protocol in"

  Scenario: Weigering: de toezichthouder antwoordt negatief op een hoog restrisico
    Gegeven een dossier dat wacht op het LED-team: "Doe het vooronderzoek DPIA"
    Als het LED-team "Doe het vooronderzoek DPIA" afhandelt met "Besluit: een DPIA is nodig"
    En de aanvrager een DPIA met een hoog restrisico indient
    En het LED-team "Lees de DPIA na" afhandelt met "Vraag aanpassingen": "Beschrijf de bewaartermijn."
    Dan staat op de pagina van de aanvrager voor "Werk de DPIA uit": "Beschrijf de bewaartermijn."
    Als de aanvrager een DPIA met een hoog restrisico indient
    En het LED-team "Lees de DPIA na" afhandelt met "Aanvaard de DPIA"
    En de aanvrager "Dien het protocol in" afhandelt met "Protocol indienen"
    En het LED-team "Kijk het protocol na" afhandelt met "Keur het protocol goed"
    En de DPO van de LED "Geef advies over het protocol" afhandelt met "Geef positief advies"
    En het LED-team "Noteer het antwoord van de toezichthouder" afhandelt met "Sluit het dossier af": "Het risico blijft te groot."
    Dan is het dossier gesloten: negatief
    En kennen beide partijen de reden: "Het risico blijft te groot."
