# language: nl
Functionaliteit: 5. Aansluiting op MAGDA
  De organisatie sluit aan met hulp van de VDI, en meldt wanneer dat werkt.

  Scenario: De aansluiting werkt
    Gegeven het dossier van "Gemeente Voorbeeldegem"
    Als er 30 dagen voorbijgaan
    En de aanvrager "Meld je aansluiting op MAGDA" afhandelt met "Meld de aansluiting"
    Dan krijgt de aanvrager een mail over "raadplegen"

  Scenario: Weigering: de aansluiting stopt
    Gegeven een dossier dat wacht op de aanvrager: "Meld je aansluiting op MAGDA"
    Als de aanvrager "Meld je aansluiting op MAGDA" afhandelt met "Stop de aansluiting": "We vonden een andere weg."
    Dan is het dossier gesloten: gestopt
    En kennen beide partijen de reden: "We vonden een andere weg."
    En wacht het dossier op niemand
