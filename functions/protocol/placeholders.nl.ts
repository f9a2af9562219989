/** A placeholder that a protocol template may hold. `holds`: those within its section, for a list. */
export type PlaceholderText = { says: string; isRequired?: true; holds?: Record<string, string> };

const required = (says: string): PlaceholderText => ({ says, isRequired: true });
const optional = (says: string): PlaceholderText => ({ says });

/** Every placeholder of the protocol template, as the LED team writes it in Word: `{afnemer}`. */
export const PLACEHOLDERS = {
  dossiernummer: required("nummer van het dossier"),
  versie: required("nummer van de versie"),
  datum: required("datum van de versie"),
  status: optional("ontwerp, voorstel of definitieve versie"),

  afnemer: required("naam van de afnemer"),
  afnemer_nummer: required("ondernemingsnummer van de afnemer"),
  afnemer_ovo: optional("OVO-code van de afnemer, als er een is"),
  zetel: required("zetel van de afnemer"),
  besluit: optional("datum van het besluit van de raad of het college, als er een is"),
  afnemer_dpo: required("naam en adres van de DPO van de afnemer"),
  ondertekenaars: {
    ...required("wie ondertekent voor de afnemer: een of twee"),
    holds: { naam: "naam", functie: "functie" },
  },
  verdere_afnemers: {
    ...optional("de andere organisaties die afnemer zijn, zoals het OCMW van een stad, als er zijn"),
    holds: {
      naam: "naam",
      nummer: "ondernemingsnummer, met de OVO-code als er een is",
      zetel: "zetel",
      ondertekenaar: "wie ondertekent",
      functie: "functie",
    },
  },

  agentschap: required("korte naam van het agentschap"),
  agentschap_voluit: optional("volledige naam van het agentschap"),
  departement: optional("departement"),
  beheerder: required("de partij die de LED beheert, met haar vertegenwoordiging"),
  beheerder_nummer: required("ondernemingsnummer van de beheerder"),
  beheerder_ovo: optional("OVO-code van de beheerder, als ze ingesteld is"),
  beheerder_zetel: required("zetel van de beheerder"),
  led_dpo: required("adres van de DPO van het agentschap"),
  dienstenintegrator: optional("naam van de dienstenintegrator"),
  platform: optional("naam van het platform"),
  toezichthouder: optional("naam van de toezichthouder"),

  dpia: required("het besluit over de DPIA"),
  advies_afnemer_uitkomst: required("uitkomst van het advies van de DPO van de afnemer"),
  advies_afnemer_datum: required("datum van dat advies"),
  advies_afnemer_naam: optional("wie dat advies gaf"),
  advies_led_uitkomst: required("uitkomst van het advies van de DPO van het agentschap"),
  advies_led_datum: required("datum van dat advies"),
  advies_led_naam: optional("wie dat advies gaf"),

  kader: required("het doel, kort, voor de titel"),
  doelen: required("element 2: de doelen"),
  gebruik: optional("hoe de afnemer de LED gebruikt"),
  betrokkenen: optional("over wie het gaat"),
  gegevens: required("element 3: de categorieën van gegevens"),
  evenredigheid: required("element 3: waarom ze nodig en evenredig zijn"),
  gegevens_gekozen: optional(
    "of er gegevens in de lijst staan: `{#gegevens_gekozen}` … `{/gegevens_gekozen}`",
  ),
  gegevenslijst: {
    ...required("de gegevens die de afnemer krijgt, elk in een rij"),
    holds: { gegeven: "gegeven", waarom: "waarom het nodig is", bewaring: "hoelang het bewaard blijft" },
  },
  ontvangers: required("element 4: ontvangers en derden"),
  grond_mededeling: required("element 5: de taak van de afnemer, met haar grond"),
  grond_verwerking: required("element 5: de grond van de verwerking door de afnemer"),
  beveiliging: required("element 6: de beveiliging bij de afnemer"),
  periodiciteit: required("element 7: wanneer en hoe vaak"),
  begin: required("element 8: begindatum"),
  einde: optional("element 8: einddatum, als er een is"),
  sancties: optional("element 9: wat de afnemer aan de sancties toevoegt"),
  oorspronkelijke_doelen: required("element 10: waarvoor de gegevens verzameld zijn"),
  verder_gebruik: optional("element 11: verenigbaarheid van verder gebruik"),
  kwaliteit: required("element 12: kwaliteit bij de afnemer"),
  vorm: required("element 13: de vorm van de mededeling"),
  kanalen: optional("element 13: de kanalen"),
  logging: required("element 13: de logging"),
  mutaties: optional("element 13: welke mutaties, als er zijn"),
  verwijzingsrepertorium: optional("element 13: het verwijzingsrepertorium, als er mutaties zijn"),
  bewaring: required("hoelang de afnemer de gegevens bewaart"),
} as const satisfies Record<string, PlaceholderText>;

export type PlaceholderName = keyof typeof PLACEHOLDERS;
type RowOf<Text> = Text extends { holds: infer Holds } ? Record<keyof Holds & string, string>[] : string;

/** The values of all placeholders. A value that is not known is "". */
export type ProtocolValues = { [Name in PlaceholderName]: RowOf<(typeof PLACEHOLDERS)[Name]> };
