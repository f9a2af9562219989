# language: nl
Functionaliteit: 6. In gebruik
  De organisatie raadpleegt de LED zolang haar protocol loopt.

  Scenario: De organisatie mag de LED raadplegen
    Gegeven het dossier van "Gemeente Voorbeeldegem"
    Dan mag de organisatie de LED raadplegen
    En staat op de pagina van het dossier "In gebruik"
    En kan de aanvrager het ondertekende protocol downloaden
