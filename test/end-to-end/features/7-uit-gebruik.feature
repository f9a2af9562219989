# language: nl
Functionaliteit: 7. Uit gebruik
  De organisatie stopt, of haar termijn is voorbij. Het LED-team bevestigt het einde.

  Scenario: De organisatie stopt met het gebruik
    Gegeven het dossier van "Gemeente Voorbeeldegem"
    Als de aanvrager het gebruik stopzet: "We hebben de LED niet meer nodig."
    En het LED-team "Bevestig het einde van het gebruik" afhandelt met "Bevestig het einde"
    Dan mag de organisatie de LED niet meer raadplegen
    En wacht het dossier op het LED-team: "Draai het einde terug"
    Als er 31 dagen voorbijgaan
    Dan is het dossier gesloten: uit gebruik
    En krijgt de aanvrager een mail over "beëindigd"
