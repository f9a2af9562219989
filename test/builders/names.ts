import type { Names } from "../../functions/domain/names.ts";

export const NAMES: Names = {
  agency: "AHOVOKS",
  agencyInFull: "Agentschap Voorbeeld",
  department: "Departement Voorbeeld",
  authority: { name: "Vlaamse Gemeenschap", enterpriseNumber: "0316380841", seat: "Brussel" },
  desk: "LED-team",
  postalAddress: "LED-team, Voorbeeldlaan 1, 1000 Brussel",
  vdi: "Digitaal Vlaanderen",
  platform: "MAGDA",
  supervisor: "de toezichthouder",
  webApplicationFee: "1.000 euro",
  links: {
    led: "https://led.example",
    exploratoryTalk: "https://vdi.example/gesprek",
    connection: "https://vdi.example/aansluiten",
    privacyNotice: "https://led.example/privacy",
    accessibility: "https://led.example/toegankelijkheid",
    publication: "https://led.example/protocollen",
  },
};
