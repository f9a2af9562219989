# language: nl
Functionaliteit: 4. Protocol
  Beide DPO's geven advies over de tekst. Daarna tekent eerst de organisatie, en dan de leidend ambtenaar.

  Scenario: Het protocol wordt verduidelijkt en goedgekeurd
    Gegeven het dossier van "Gemeente Voorbeeldegem"
    Als de aanvrager "Dien het protocol in" afhandelt met "Protocol indienen"
    En het LED-team "Kijk het protocol na" afhandelt met "Vraag verduidelijking": "Wie ziet de logboeken na?"
    Dan staat op de pagina van de aanvrager voor "Dien het protocol in": "Wie ziet de logboeken na?"
    Als de aanvrager "Dien het protocol in" afhandelt met "Protocol indienen"
    En het LED-team "Kijk het protocol na" afhandelt met "Keur het protocol goed"
    En de DPO van de LED "Geef advies over het protocol" afhandelt met "Geef positief advies"
    Dan wacht het dossier op de leidinggevende: "Onderteken het protocol"

  Scenario: Weigering: de leidinggevende tekent niet, en iedereen kijkt de tekst opnieuw na
    Gegeven het dossier van "Gemeente Voorbeeldegem"
    Als de leidinggevende "Onderteken het protocol" afhandelt met "Ik onderteken niet": "De termijn is te lang."
    Dan wacht het dossier op het LED-team: "Kijk het protocol na"
    En staat op die pagina "De termijn is te lang."
    Als het LED-team "Kijk het protocol na" afhandelt met "Keur het protocol goed"
    En de DPO van de LED "Geef advies over het protocol" afhandelt met "Geef positief advies"
    Dan wacht het dossier op de leidinggevende: "Onderteken het protocol"

  Scenario: Het protocol wordt ondertekend, door de organisatie op papier
    Gegeven het dossier van "Gemeente Voorbeeldegem"
    Als het LED-team papieren exemplaren van de leidinggevende noteert: "Ze kwamen met de post."
    Dan staat op het dossier dat het LED-team dat deed voor de leidinggevende: "Ze kwamen met de post."
    Als de leidend ambtenaar "Onderteken het protocol" afhandelt met "Bevestig de handtekening"
    Dan wacht het dossier op de aanvrager: "Meld je aansluiting op MAGDA"

  Scenario: Weigering: het LED-team sluit het dossier bij het nakijken
    Gegeven een dossier dat wacht op het LED-team: "Kijk het protocol na"
    Als het LED-team "Kijk het protocol na" afhandelt met "Sluit het dossier af": "De rechtsgrond ontbreekt."
    Dan is het dossier gesloten: afgesloten
    En kennen beide partijen de reden: "De rechtsgrond ontbreekt."
