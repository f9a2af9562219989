/** Made by npm run generate from docs/openapi.json. */

export interface paths {
  "/openapi.json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This document */
    get: operations["GETOpenapiJson"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Open tasks of the caller's roles, or those that wait for another; as in the inbox */
    get: operations["GETTasks"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All dossiers, filtered by stage, turn, lateness or hold; those that changed since a moment; or the results of a search */
    get: operations["GETDossiers"];
    put?: never;
    /** Open a dossier for somebody who mailed or called */
    post: operations["POSTDossiers"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/statistics": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The figures of the overview, as they were last counted; 404 before the first count */
    get: operations["GETStatistics"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/tasks/{taskId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A task with its documents and its possible outcomes */
    get: operations["GETDossiersIdTasksTaskId"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/tasks/{taskId}/decision": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decide a task; `fields` are those of its kind and outcome */
    post: operations["POSTDossiersIdTasksTaskIdDecision"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/tasks/{taskId}/documents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A form to upload one document, valid for 30 minutes */
    post: operations["POSTDossiersIdTasksTaskIdDocuments"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/tasks/{taskId}/take-over": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a file that came with a message over as a document of an open task of the consumer */
    post: operations["POSTDossiersIdTasksTaskIdTakeOver"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/tasks/{taskId}/documents/{documentId}/removal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a document away from its open task; its file is deleted */
    post: operations["POSTDossiersIdTasksTaskIdDocumentsDocumentIdRemoval"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/tasks/{taskId}/link": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mail a new link to an open task to its person of the consumer */
    post: operations["POSTDossiersIdTasksTaskIdLink"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/tasks/{taskId}/claim": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a task; with `seen`, from its current assignee */
    post: operations["POSTDossiersIdTasksTaskIdClaim"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/tasks/{taskId}/release": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Release one's own task */
    post: operations["POSTDossiersIdTasksTaskIdRelease"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/tasks/{taskId}/hand-over": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand a task over to a colleague who has its role */
    post: operations["POSTDossiersIdTasksTaskIdHandOver"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A dossier with its tasks, documents, timeline and lead times per side */
    get: operations["GETDossiersId"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/documents/{documentId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A redirect to the document itself */
    get: operations["GETDossiersIdDocumentsDocumentId"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/documents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A form to upload one document that belongs to no task, valid for 30 minutes */
    post: operations["POSTDossiersIdDocuments"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/parked": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Parked dossiers, with the cause and the last successful state of the workflow */
    get: operations["GETParked"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/resume": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Resume a parked dossier from a stage; without one, retry its own */
    post: operations["POSTDossiersIdResume"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/notes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write an internal note */
    post: operations["POSTDossiersIdNotes"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/withdrawal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Withdraw the request */
    post: operations["POSTDossiersIdWithdrawal"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/end-of-use": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin the end of a use */
    post: operations["POSTDossiersIdEndOfUse"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/amendment": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reopen a dossier in use; the access stays until the new protocol is signed */
    post: operations["POSTDossiersIdAmendment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/closing": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close a parked dossier; with an access in force it returns to use */
    post: operations["POSTDossiersIdClosing"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/organisation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change the organisation: it was renamed or merged, or its data were wrong */
    post: operations["POSTDossiersIdOrganisation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/hold": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put the dossier on hold until a date */
    post: operations["POSTDossiersIdHold"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/hold/end": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Resume a dossier that is on hold */
    post: operations["POSTDossiersIdHoldEnd"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/legal-hold": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set a legal hold: nothing of the dossier is deleted */
    post: operations["POSTDossiersIdLegalHold"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/legal-hold/lift": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lift the legal hold: the retention period applies again */
    post: operations["POSTDossiersIdLegalHoldLift"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/messages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Write to the applicant, by mail */
    post: operations["POSTDossiersIdMessages"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/exports": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a zip of the dossier, or of its data about one person; available for a day */
    post: operations["POSTDossiersIdExports"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/exports/{exportId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A redirect to the zip itself */
    get: operations["GETDossiersIdExportsExportId"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/erasure": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete a closed dossier without a signed protocol before its time */
    post: operations["POSTDossiersIdErasure"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/readings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Readings of the dossier, its documents and its exports by people of the LED, by day; latest first */
    get: operations["GETDossiersIdReadings"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/deleted-dossiers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tombstones of deleted dossiers, latest first */
    get: operations["GETDeletedDossiers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/people/{part}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change the contact, secondContact, dpo, signatory or secondSignatory; `change` says whether it is someone else, whose predecessor's links end, or a correction */
    post: operations["POSTDossiersIdPeoplePart"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/people/{part}/removal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Remove the second contact or the second signatory */
    post: operations["POSTDossiersIdPeoplePartRemoval"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/people/{part}/lift": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send mails to the address of this person again, after one bounced */
    post: operations["POSTDossiersIdPeoplePartLift"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/dossiers/{id}/handler": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a dossier another handler, or none. `seen` is the subject of the current handler */
    post: operations["POSTDossiersIdHandler"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/colleagues": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** People of the LED who have signed in, with their roles */
    get: operations["GETColleagues"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/colleagues/sign-out": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End every session and token of a colleague at once */
    post: operations["POSTColleaguesSignOut"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/substitutions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Current and future substitutions */
    get: operations["GETSubstitutions"];
    put?: never;
    /** Name a colleague as substitute for a role of one's own, from and until a day */
    post: operations["POSTSubstitutions"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/substitutions/{substitutionId}/end": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a substitution before its last day */
    post: operations["POSTSubstitutionsSubstitutionIdEnd"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/workflow/moves": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move one dossier, or all, to the current version of the workflow; or report what that would do */
    post: operations["POSTWorkflowMoves"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/new-mails": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Mails that belong to no dossier, oldest first */
    get: operations["GETNewMails"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/new-mails/{mailId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A mail that belongs to no dossier, with its text; 404 once somebody is done with it */
    get: operations["GETNewMailsMailId"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/new-mails/{mailId}/claim": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a mail; with `seen`, from its current assignee */
    post: operations["POSTNewMailsMailIdClaim"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/new-mails/{mailId}/release": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Release one's own mail */
    post: operations["POSTNewMailsMailIdRelease"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/new-mails/{mailId}/hand-over": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand a mail over to a colleague of the LED team */
    post: operations["POSTNewMailsMailIdHandOver"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/new-mails/{mailId}/answer": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer a mail as a question: the text is mailed to its sender, and the mail is deleted here */
    post: operations["POSTNewMailsMailIdAnswer"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/new-mails/{mailId}/dossier": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put a mail with a dossier, as a message with its files; the mail is deleted here */
    post: operations["POSTNewMailsMailIdDossier"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/new-mails/{mailId}/aside": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete a mail that is not for the LED */
    post: operations["POSTNewMailsMailIdAside"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/unsent-mails": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Mails that wait to be sent, or whose address was refused in the last 30 days, oldest first */
    get: operations["GETUnsentMails"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/unsent-mails/forget": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop waiting for a mail that nobody will send any more */
    post: operations["POSTUnsentMailsForget"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Programs that are told of events, without their secrets */
    get: operations["GETWebhooks"];
    put?: never;
    /** Tell a program of events from now on, signed with its secret (Standard Webhooks) */
    post: operations["POSTWebhooks"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{webhookId}/removal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell a program nothing more, and forget its secret */
    post: operations["POSTWebhooksWebhookIdRemoval"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{webhookId}/deliveries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Events that wait for a program, the longest due first */
    get: operations["GETWebhooksWebhookIdDeliveries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/undelivered-events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Events that no attempt delivered, oldest first; they are kept for 30 days */
    get: operations["GETUndeliveredEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/undelivered-events/replay": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deliver an event again, or all that were given up for a program */
    post: operations["POSTUndeliveredEventsReplay"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AnswerEnquiryDecision:
      | {
          /** @constant */
          outcome: "answered";
          fields?: {
            answer: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "start-onboarding";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    EnterUseDecision:
      | {
          /** @constant */
          outcome: "protocol";
          fields?: {
            /**
             * Format: date
             * @description of a use that the team enters: in the last thirty years, today or earlier
             */
            signedOn: string;
            term: {
              /**
               * Format: date
               * @description of a use that the team enters: in the last thirty years, today or earlier
               */
              start: string;
              /**
               * Format: date
               * @description last day of a term: in the future, at most fifty years ahead
               */
              end?: string;
            };
            purpose: string;
            channels: ("web-application" | "web-service")[];
            /**
             * Format: date
             * @description of a use that the team enters: in the last thirty years, today or earlier
             */
            webApplicationSince?: string;
            /**
             * Format: date
             * @description of a use that the team enters: in the last thirty years, today or earlier
             */
            webServiceSince?: string;
            webServiceReference?: string;
            processor?: string;
            telephone?: string;
            secondContact?: {
              name: string;
              /** Format: email */
              email: string;
              telephone?: string;
            };
            dpo?: {
              name: string;
              /** Format: email */
              email: string;
            };
            signatory?: {
              name: string;
              capacity: string;
              /** Format: email */
              email: string;
            };
            secondSignatory?: {
              name: string;
              capacity: string;
              /** Format: email */
              email: string;
            };
            furtherControllers?: {
              second?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
              third?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
              fourth?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
            };
            /** @enum {string} */
            tells: "nobody" | "contact" | "everybody";
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "authorisation";
          fields?: {
            reference: string;
            /**
             * Format: date
             * @description of a use that the team enters: in the last thirty years, today or earlier
             */
            decidedOn: string;
            term: {
              /**
               * Format: date
               * @description of a use that the team enters: in the last thirty years, today or earlier
               */
              start: string;
              /**
               * Format: date
               * @description last day of a term: in the future, at most fifty years ahead
               */
              end?: string;
            };
            purpose: string;
            channels: ("web-application" | "web-service")[];
            /**
             * Format: date
             * @description of a use that the team enters: in the last thirty years, today or earlier
             */
            webApplicationSince?: string;
            /**
             * Format: date
             * @description of a use that the team enters: in the last thirty years, today or earlier
             */
            webServiceSince?: string;
            webServiceReference?: string;
            processor?: string;
            telephone?: string;
            secondContact?: {
              name: string;
              /** Format: email */
              email: string;
              telephone?: string;
            };
            dpo?: {
              name: string;
              /** Format: email */
              email: string;
            };
            signatory?: {
              name: string;
              capacity: string;
              /** Format: email */
              email: string;
            };
            secondSignatory?: {
              name: string;
              capacity: string;
              /** Format: email */
              email: string;
            };
            furtherControllers?: {
              second?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
              third?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
              fourth?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
            };
            /** @enum {string} */
            tells: "nobody" | "contact" | "everybody";
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    SubmitIntakeDecision: {
      /** @constant */
      outcome: "submitted";
      fields?: {
        purpose: string;
        use: string;
        channels: ("web-application" | "web-service")[];
        needsMutations: boolean;
        mutations?: string;
        /**
         * Format: date
         * @description today or later, at most five years ahead
         */
        connectionDate: string;
        dataSubjects: string;
        /** @description requests a year */
        requestsPerYear: number;
        dataCategories: string;
        recipients: string;
        retention: string;
        automatedDecisions: boolean;
        legalBasis?: string;
        processor?: string;
        telephone?: string;
        secondContact?: {
          name: string;
          /** Format: email */
          email: string;
          telephone?: string;
        };
        dpo: {
          name: string;
          /** Format: email */
          email: string;
        };
        signatory: {
          name: string;
          capacity: string;
          /** Format: email */
          email: string;
        };
        secondSignatory?: {
          name: string;
          capacity: string;
          /** Format: email */
          email: string;
        };
        furtherControllers?: {
          second?: {
            name: string;
            enterpriseNumber: string;
            ovoCode?: string;
            seat: string;
            signatory: string;
            capacity: string;
          };
          third?: {
            name: string;
            enterpriseNumber: string;
            ovoCode?: string;
            seat: string;
            signatory: string;
            capacity: string;
          };
          fourth?: {
            name: string;
            enterpriseNumber: string;
            ovoCode?: string;
            seat: string;
            signatory: string;
            capacity: string;
          };
        };
        answersByField?: {
          general?: string;
          purpose?: string;
          use?: string;
          channels?: string;
          needsMutations?: string;
          mutations?: string;
          connectionDate?: string;
          dataSubjects?: string;
          requestsPerYear?: string;
          dataCategories?: string;
          recipients?: string;
          retention?: string;
          automatedDecisions?: string;
          legalBasis?: string;
          processor?: string;
          telephone?: string;
          secondContact?: string;
          dpo?: string;
          signatory?: string;
          secondSignatory?: string;
          furtherControllers?: string;
        };
      };
      /** @default [] */
      documents?: string[];
      onBehalfReason?: string;
      onBehalfMessage?: string;
      noNationalNumber?: boolean;
      seen?: {
        [key: string]: unknown;
      };
    };
    AssessIntakeDecision:
      | {
          /** @constant */
          outcome: "suitable";
          fields?: {
            planning: {
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              dpiaConclusion: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              protocolDraft: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              dpoAdvice: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              signature: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              connection: string;
            };
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "more-information";
          fields?: {
            questions?: string;
            questionsByField?: {
              purpose?: string;
              use?: string;
              channels?: string;
              needsMutations?: string;
              mutations?: string;
              connectionDate?: string;
              dataSubjects?: string;
              requestsPerYear?: string;
              dataCategories?: string;
              recipients?: string;
              retention?: string;
              automatedDecisions?: string;
              legalBasis?: string;
              processor?: string;
              telephone?: string;
              secondContact?: string;
              dpo?: string;
              signatory?: string;
              secondSignatory?: string;
              furtherControllers?: string;
            };
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "unsuitable";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "close";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    AgreePlanningDecision:
      | {
          /** @constant */
          outcome: "agree";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "other-dates";
          fields?: {
            planning: {
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              dpiaConclusion: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              protocolDraft: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              dpoAdvice: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              signature: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              connection: string;
            };
            remarks?: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    ProposePlanningDecision:
      | {
          /** @constant */
          outcome: "proposed";
          fields?: {
            planning: {
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              dpiaConclusion: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              protocolDraft: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              dpoAdvice: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              signature: string;
              /**
               * Format: date
               * @description not in the past (INTAKE-03), at most five years ahead
               */
              connection: string;
            };
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "keep";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    PreAssessDpiaDecision:
      | {
          /** @constant */
          outcome: "not-required";
          fields?: {
            header: {
              processing: string;
              controllers: string;
              purpose: string;
              dataSubjects: string;
              /** @description requests a year */
              requestsPerYear: number;
              dataCategories: string;
              recipients: string;
              channels: ("web-application" | "web-service")[];
              mutations?: string;
              retention: string;
              automatedDecisions: boolean;
            };
            a: {
              a1: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              a2: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              a3: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
            };
            b: {
              b1: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b2: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b3: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b4: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b5: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b6: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b7: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b8: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
            };
            c: {
              c1: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c2: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c3: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c4: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c5: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c6: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c7: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c8: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c9: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
            };
            motivation?: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "required";
          fields?: {
            header: {
              processing: string;
              controllers: string;
              purpose: string;
              dataSubjects: string;
              /** @description requests a year */
              requestsPerYear: number;
              dataCategories: string;
              recipients: string;
              channels: ("web-application" | "web-service")[];
              mutations?: string;
              retention: string;
              automatedDecisions: boolean;
            };
            a: {
              a1: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              a2: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              a3: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
            };
            b: {
              b1: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b2: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b3: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b4: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b5: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b6: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b7: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              b8: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
            };
            c: {
              c1: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c2: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c3: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c4: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c5: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c6: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c7: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c8: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
              c9: {
                /** @enum {string} */
                answer: "yes" | "no" | "not-applicable";
                reason?: string;
              };
            };
            motivation?: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    CarryOutDpiaDecision: {
      /** @constant */
      outcome: "submitted";
      fields?: {
        contents: {
          description: boolean;
          necessity: boolean;
          risks: boolean;
          measures: boolean;
        };
        /** @enum {string} */
        residualRisk: "low" | "medium" | "high";
        dpoOpinion: string;
        answersByField?: {
          general?: string;
          contents?: string;
          residualRisk?: string;
          dpoOpinion?: string;
        };
      };
      /** @default [] */
      documents?: string[];
      onBehalfReason?: string;
      onBehalfMessage?: string;
      noNationalNumber?: boolean;
      seen?: {
        [key: string]: unknown;
      };
    };
    AdviseOnDpiaDecision:
      | {
          /** @constant */
          outcome: "positive";
          fields?: {
            opinion: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "conditions";
          fields?: {
            opinion: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "negative";
          fields?: {
            opinion: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    ReviewDpiaDecision:
      | {
          /** @constant */
          outcome: "accepted";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "changes-needed";
          fields?: {
            remarks?: string;
            questionsByField?: {
              contents?: string;
              residualRisk?: string;
              dpoOpinion?: string;
            };
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    AdviseOnDpiaForLedDecision:
      | {
          /** @constant */
          outcome: "positive";
          fields?: {
            opinion: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "conditions";
          fields?: {
            opinion: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "negative";
          fields?: {
            opinion: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    SubmitProtocolDecision:
      | {
          /** @constant */
          outcome: "submitted";
          fields?: {
            /** @enum {string} */
            legalBasis: "protocol" | "legacy-authorisation";
            controllers: {
              seat: string;
              representedBy: string;
              capacity: string;
              secondSignatory?: string;
              secondCapacity?: string;
              /**
               * Format: date
               * @description decided in the last ten years, today or earlier
               */
              councilDecisionDate?: string;
              dpo: string;
            };
            furtherControllers?: {
              second?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
              third?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
              fourth?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
            };
            purposes: string;
            data: {
              items?: (
                | "identity"
                | "kind"
                | "study"
                | "level"
                | "institution"
                | "date"
                | "country-and-language"
                | "status"
                | "authenticity"
                | "supplier"
              )[];
              categories: string;
              proportionality: string;
            };
            dataDetails?: {
              identity?: {
                why?: string;
                kept?: string;
              };
              kind?: {
                why?: string;
                kept?: string;
              };
              study?: {
                why?: string;
                kept?: string;
              };
              level?: {
                why?: string;
                kept?: string;
              };
              institution?: {
                why?: string;
                kept?: string;
              };
              date?: {
                why?: string;
                kept?: string;
              };
              "country-and-language"?: {
                why?: string;
                kept?: string;
              };
              status?: {
                why?: string;
                kept?: string;
              };
              authenticity?: {
                why?: string;
                kept?: string;
              };
              supplier?: {
                why?: string;
                kept?: string;
              };
            };
            recipients: string;
            legalGround: {
              communication: string;
              collection: string;
            };
            security: string;
            periodicity: string;
            term: {
              /**
               * Format: date
               * @description first day of a term: not before this dossier, at most five years ahead
               */
              start: string;
              /**
               * Format: date
               * @description last day of a term: in the future, at most fifty years ahead
               */
              end?: string;
            };
            sanctions?: string;
            furtherUse?: string;
            dataQuality: string;
            format: {
              exchange: string;
              logging: string;
              referenceRegister?: string;
            };
            retention: string;
            advice?: {
              /** @enum {string} */
              outcome: "positive" | "conditions";
              /**
               * Format: date
               * @description done for this request: at most a year before it, today or earlier
               */
              date: string;
              name: string;
            };
            answersByField?: {
              general?: string;
              legalBasis?: string;
              controllers?: string;
              furtherControllers?: string;
              purposes?: string;
              data?: string;
              dataDetails?: string;
              recipients?: string;
              legalGround?: string;
              security?: string;
              periodicity?: string;
              term?: string;
              sanctions?: string;
              furtherUse?: string;
              dataQuality?: string;
              format?: string;
              retention?: string;
              advice?: string;
            };
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "own-file";
          fields?: {
            /** @enum {string} */
            legalBasis: "protocol" | "legacy-authorisation";
            term: {
              /**
               * Format: date
               * @description first day of a term: not before this dossier, at most five years ahead
               */
              start: string;
              /**
               * Format: date
               * @description last day of a term: in the future, at most fifty years ahead
               */
              end?: string;
            };
            channels: ("web-application" | "web-service")[];
            signatory: {
              name: string;
              capacity: string;
              /** Format: email */
              email: string;
            };
            secondSignatory?: {
              name: string;
              capacity: string;
              /** Format: email */
              email: string;
            };
            furtherControllers?: {
              second?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
              third?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
              fourth?: {
                name: string;
                enterpriseNumber: string;
                ovoCode?: string;
                seat: string;
                signatory: string;
                capacity: string;
              };
            };
            referenceRegister?: string;
            changes?: string;
            advice?: {
              /** @enum {string} */
              outcome: "positive" | "conditions";
              /**
               * Format: date
               * @description done for this request: at most a year before it, today or earlier
               */
              date: string;
              name: string;
            };
            answersByField?: {
              general?: string;
              legalBasis?: string;
              term?: string;
              channels?: string;
              signatory?: string;
              secondSignatory?: string;
              furtherControllers?: string;
              referenceRegister?: string;
              changes?: string;
              advice?: string;
            };
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    AdviseAsConsumerDpoDecision:
      | {
          /** @constant */
          outcome: "positive";
          fields?: {
            remarks?: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "conditions";
          fields?: {
            remarks: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "negative";
          fields?: {
            remarks: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    ReviewProtocolDecision:
      | {
          /** @constant */
          outcome: "approved";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "ask-advice";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "clarification-needed";
          fields?: {
            questions?: string;
            questionsByField?: {
              legalBasis?: string;
              controllers?: string;
              furtherControllers?: string;
              purposes?: string;
              data?: string;
              dataDetails?: string;
              recipients?: string;
              legalGround?: string;
              security?: string;
              periodicity?: string;
              term?: string;
              sanctions?: string;
              furtherUse?: string;
              dataQuality?: string;
              format?: string;
              retention?: string;
              advice?: string;
              channels?: string;
              signatory?: string;
              secondSignatory?: string;
              referenceRegister?: string;
              changes?: string;
            };
            affectsAdvice: boolean;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "close";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    AdviseOnProtocolDecision:
      | {
          /** @constant */
          outcome: "positive";
          fields?: {
            remarks?: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "changes-needed";
          fields?: {
            remarks?: string;
            questionsByField?: {
              legalBasis?: string;
              controllers?: string;
              furtherControllers?: string;
              purposes?: string;
              data?: string;
              dataDetails?: string;
              recipients?: string;
              legalGround?: string;
              security?: string;
              periodicity?: string;
              term?: string;
              sanctions?: string;
              furtherUse?: string;
              dataQuality?: string;
              format?: string;
              retention?: string;
              advice?: string;
              channels?: string;
              signatory?: string;
              secondSignatory?: string;
              referenceRegister?: string;
              changes?: string;
            };
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    RecordPriorConsultationDecision:
      | {
          /** @constant */
          outcome: "favourable";
          fields?: {
            /**
             * Format: date
             * @description done for this request: at most a year before it, today or earlier
             */
            date: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "changes-needed";
          fields?: {
            remarks: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "negative";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    ConfirmFinalProtocolDecision:
      | {
          /** @constant */
          outcome: "as-submitted";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "uploaded";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    SignForApplicantDecision:
      | {
          /** @constant */
          outcome: "signed";
          fields?: {
            /** @enum {string} */
            form: "electronic" | "paper" | "paper-copies";
            name: string;
            capacity: string;
            /**
             * Format: date
             * @description done for this request: at most a year before it, today or earlier
             */
            date: string;
            /**
             * Format: date
             * @description done for this request: at most a year before it, today or earlier
             */
            receivedOn?: string;
            decidedBy?: {
              /** @enum {string} */
              body: "college" | "permanent-bureau" | "council";
              /**
               * Format: date
               * @description done for this request: at most a year before it, today or earlier
               */
              date: string;
            };
            furtherSignatures?: {
              second?: {
                name: string;
                capacity: string;
                /**
                 * Format: date
                 * @description done for this request: at most a year before it, today or earlier
                 */
                date: string;
              };
              third?: {
                name: string;
                capacity: string;
                /**
                 * Format: date
                 * @description done for this request: at most a year before it, today or earlier
                 */
                date: string;
              };
              fourth?: {
                name: string;
                capacity: string;
                /**
                 * Format: date
                 * @description done for this request: at most a year before it, today or earlier
                 */
                date: string;
              };
            };
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "not-signed";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    SignAsSecondDecision:
      | {
          /** @constant */
          outcome: "signed";
          fields?: {
            /** @enum {string} */
            form: "electronic" | "paper" | "paper-copies";
            name: string;
            capacity: string;
            /**
             * Format: date
             * @description done for this request: at most a year before it, today or earlier
             */
            date: string;
            /**
             * Format: date
             * @description done for this request: at most a year before it, today or earlier
             */
            receivedOn?: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "not-signed";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    SignForAuthorityDecision:
      | {
          /** @constant */
          outcome: "signed";
          fields?: {
            /** @enum {string} */
            form: "electronic" | "paper" | "paper-copies";
            name: string;
            capacity: string;
            /**
             * Format: date
             * @description done for this request: at most a year before it, today or earlier
             */
            date: string;
            /**
             * Format: date
             * @description done for this request: at most a year before it, today or earlier
             */
            returnedOn?: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "refused";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    PublishByApplicantDecision: {
      /** @constant */
      outcome: "published";
      fields?: {
        /**
         * Format: date
         * @description done at most a year before this dossier was opened, or since; today or earlier
         */
        date: string;
        /** Format: uri */
        url: string;
      };
      /** @default [] */
      documents?: string[];
      onBehalfReason?: string;
      onBehalfMessage?: string;
      noNationalNumber?: boolean;
      seen?: {
        [key: string]: unknown;
      };
    };
    PublishByAuthorityDecision: {
      /** @constant */
      outcome: "published";
      fields?: {
        /**
         * Format: date
         * @description done at most a year before this dossier was opened, or since; today or earlier
         */
        date: string;
        /** Format: uri */
        url: string;
      };
      /** @default [] */
      documents?: string[];
      onBehalfReason?: string;
      onBehalfMessage?: string;
      noNationalNumber?: boolean;
      seen?: {
        [key: string]: unknown;
      };
    };
    ConnectMagdaDecision:
      | {
          /** @constant */
          outcome: "connected";
          fields?: {
            /** @enum {string} */
            channel: "web-application" | "web-service";
            /**
             * Format: date
             * @description at most a year before this request; not in the future (MAGDA-02)
             */
            exploratoryTalkDate?: string;
            reference?: string;
            /**
             * Format: date
             * @description at most a year before this request; not in the future (MAGDA-02)
             */
            testDate?: string;
            /**
             * Format: date
             * @description done within this request; not in the future (MAGDA-02)
             */
            productionDate: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "stopped";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    ConnectOtherChannelDecision:
      | {
          /** @constant */
          outcome: "connected";
          fields?: {
            /** @enum {string} */
            channel: "web-application" | "web-service";
            /**
             * Format: date
             * @description at most a year before this request; not in the future (MAGDA-02)
             */
            exploratoryTalkDate?: string;
            reference?: string;
            /**
             * Format: date
             * @description at most a year before this request; not in the future (MAGDA-02)
             */
            testDate?: string;
            /**
             * Format: date
             * @description done within this request; not in the future (MAGDA-02)
             */
            productionDate: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "not-needed";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    ConfirmYearlyDecision:
      | {
          /** @constant */
          outcome: "confirmed";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "changed";
          fields?: {
            changes: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "not-needed";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    DecideRenewalDecision:
      | {
          /** @constant */
          outcome: "renew";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "stop";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    ConfirmEndOfUseDecision:
      | {
          /** @constant */
          outcome: "confirmed";
          fields?: {
            /**
             * Format: date
             * @description done at most a year before this dossier was opened, or since; today or earlier
             */
            consultationEndedOn: string;
            /**
             * Format: date
             * @description done at most a year before this dossier was opened, or since; today or earlier
             */
            vdiToldOn: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "renew";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    ReversalPeriodDecision: {
      /** @constant */
      outcome: "reverse";
      fields?: {
        reason: string;
      };
      /** @default [] */
      documents?: string[];
      onBehalfReason?: string;
      onBehalfMessage?: string;
      noNationalNumber?: boolean;
      seen?: {
        [key: string]: unknown;
      };
    };
    DecideStalledDecision:
      | {
          /** @constant */
          outcome: "extend";
          fields?: {
            /**
             * Format: date
             * @description in the future, at most a year away (STALLED-01)
             */
            until: string;
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "act-on-behalf";
          fields?: Record<string, never>;
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "close";
          fields?: {
            reason: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    AnswerMessageDecision:
      | {
          /** @constant */
          outcome: "answered";
          fields?: {
            messages?: string;
            answer: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        }
      | {
          /** @constant */
          outcome: "no-answer";
          fields?: {
            messages?: string;
          };
          /** @default [] */
          documents?: string[];
          onBehalfReason?: string;
          onBehalfMessage?: string;
          noNationalNumber?: boolean;
          seen?: {
            [key: string]: unknown;
          };
        };
    Decision:
      | components["schemas"]["AnswerEnquiryDecision"]
      | components["schemas"]["EnterUseDecision"]
      | components["schemas"]["SubmitIntakeDecision"]
      | components["schemas"]["AssessIntakeDecision"]
      | components["schemas"]["AgreePlanningDecision"]
      | components["schemas"]["ProposePlanningDecision"]
      | components["schemas"]["PreAssessDpiaDecision"]
      | components["schemas"]["CarryOutDpiaDecision"]
      | components["schemas"]["AdviseOnDpiaDecision"]
      | components["schemas"]["ReviewDpiaDecision"]
      | components["schemas"]["AdviseOnDpiaForLedDecision"]
      | components["schemas"]["SubmitProtocolDecision"]
      | components["schemas"]["AdviseAsConsumerDpoDecision"]
      | components["schemas"]["ReviewProtocolDecision"]
      | components["schemas"]["AdviseOnProtocolDecision"]
      | components["schemas"]["RecordPriorConsultationDecision"]
      | components["schemas"]["ConfirmFinalProtocolDecision"]
      | components["schemas"]["SignForApplicantDecision"]
      | components["schemas"]["SignAsSecondDecision"]
      | components["schemas"]["SignForAuthorityDecision"]
      | components["schemas"]["PublishByApplicantDecision"]
      | components["schemas"]["PublishByAuthorityDecision"]
      | components["schemas"]["ConnectMagdaDecision"]
      | components["schemas"]["ConnectOtherChannelDecision"]
      | components["schemas"]["ConfirmYearlyDecision"]
      | components["schemas"]["DecideRenewalDecision"]
      | components["schemas"]["ConfirmEndOfUseDecision"]
      | components["schemas"]["ReversalPeriodDecision"]
      | components["schemas"]["DecideStalledDecision"]
      | components["schemas"]["AnswerMessageDecision"];
    DocumentInput: {
      /** @enum {string} */
      kind:
        | "dpia-pre-assessment"
        | "dpia-initial-draft"
        | "dpia"
        | "dpia-dpo-opinion"
        | "prior-consultation"
        | "protocol-template"
        | "protocol"
        | "consumer-dpo-advice"
        | "led-dpo-advice"
        | "protocol-final"
        | "protocol-published"
        | "governing-decision"
        | "protocol-signed-by-applicant"
        | "protocol-signed-by-second"
        | "protocol-signed-by-both"
        | "authorisation"
        | "received-on-behalf"
        | "other";
    };
    TakeOverInput: {
      document: string;
      /** @enum {string} */
      kind:
        | "dpia-pre-assessment"
        | "dpia-initial-draft"
        | "dpia"
        | "dpia-dpo-opinion"
        | "prior-consultation"
        | "protocol-template"
        | "protocol"
        | "consumer-dpo-advice"
        | "led-dpo-advice"
        | "protocol-final"
        | "protocol-published"
        | "governing-decision"
        | "protocol-signed-by-applicant"
        | "protocol-signed-by-second"
        | "protocol-signed-by-both"
        | "authorisation"
        | "received-on-behalf"
        | "other";
    };
    ClaimInput: {
      seen?: string;
    };
    HandOverInput: {
      to: string;
      seen?: string;
    };
    TeamContactFormInput: {
      organisationName: string;
      /** @enum {string} */
      organisationType:
        | "local-authority"
        | "ocmw"
        | "association-of-local-authorities"
        | "autonomous-municipal-company"
        | "autonomous-provincial-company"
        | "social-housing-company"
        | "flemish-body"
        | "school-board"
        | "higher-education"
        | "hospital"
        | "fire-or-police-zone"
        | "federal-or-other-community"
        | "private-with-public-task"
        | "other-public-body";
      enterpriseNumber?: string;
      ovoCode?: string;
      contactName: string;
      /** Format: email */
      contactEmail: string;
      /** @enum {string} */
      kind: "onboarding" | "enquiry" | "existing-use";
      message?: string;
      missingNumberReason?: string;
      secondDossierReason?: string;
      noNationalNumber?: boolean;
      mail?: string;
    };
    OtherDocumentInput: {
      title: string;
      noNationalNumber?: boolean;
    };
    ResumeInput: {
      /** @enum {string} */
      stage?: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
    };
    NoteInput: {
      text: string;
      noNationalNumber?: boolean;
    };
    ReasonInput: {
      reason: string;
      noNationalNumber?: boolean;
    };
    EndOfUseInput: {
      /** @enum {string} */
      reason: "purpose" | "stopped" | "breach";
      explanation: string;
      noNationalNumber?: boolean;
    };
    AmendmentInput: {
      /** @enum {string} */
      stage: "INTAKE" | "DPIA" | "PROTOCOL";
      reason: string;
      noNationalNumber?: boolean;
    };
    OrganisationInput: {
      /** @enum {string} */
      why: "renamed" | "merged" | "corrected";
      name: string;
      /** @enum {string} */
      type:
        | "local-authority"
        | "ocmw"
        | "association-of-local-authorities"
        | "autonomous-municipal-company"
        | "autonomous-provincial-company"
        | "social-housing-company"
        | "flemish-body"
        | "school-board"
        | "higher-education"
        | "hospital"
        | "fire-or-police-zone"
        | "federal-or-other-community"
        | "private-with-public-task"
        | "other-public-body";
      enterpriseNumber?: string;
      ovoCode?: string;
      reason: string;
      noNationalNumber?: boolean;
    };
    HoldInput: {
      /**
       * Format: date
       * @description in the future, at most a year away (HOLD-02)
       */
      until: string;
      reason: string;
      noNationalNumber?: boolean;
    };
    MessageInput: {
      text: string;
      /** Format: ulid */
      id?: string;
      noNationalNumber?: boolean;
    };
    ExportInput: {
      person?: string;
    };
    ErasureInput: {
      /** @enum {string} */
      ground: "not-needed" | "objection" | "unlawful" | "legal-duty" | "mistake";
    };
    PersonOfDossierInput:
      | {
          /** @enum {string} */
          change: "someone-else" | "correction";
          person: {
            name: string;
            /** Format: email */
            email: string;
            telephone?: string;
          };
          noNationalNumber?: boolean;
          seen?: string;
        }
      | {
          /** @enum {string} */
          change: "someone-else" | "correction";
          person: {
            name: string;
            capacity: string;
            /** Format: email */
            email: string;
          };
          noNationalNumber?: boolean;
          seen?: string;
        };
    RemovalInput: {
      seen?: string;
    };
    HandlerInput: {
      to?: string;
      seen?: string;
    };
    SignOutInput: {
      subject: string;
    };
    NewSubstitutionInput: {
      /** @enum {string} */
      role: "led-team" | "led-dpo" | "leading-official";
      substitute: string;
      /**
       * Format: date
       * @description today or later (SUBSTITUTE-03), at most a year ahead
       */
      from: string;
      /**
       * Format: date
       * @description at most a year after the first day (SUBSTITUTE-03)
       */
      until: string;
    };
    MovesInput: {
      dryRun: boolean;
      dossierId?: string;
      next?: string;
    };
    MailAnswerInput: {
      text: string;
      noNationalNumber?: boolean;
    };
    MailDossierInput: {
      dossier: string;
    };
    UnsentMailInput: {
      about: string;
      key: string;
    };
    NewWebhookInput: {
      address: string;
      secret: string;
      events?: (
        | "dossier.opened"
        | "dossier.stage-changed"
        | "dossier.status-changed"
        | "dossier.parked"
        | "dossier.resumed"
        | "dossier.held"
        | "dossier.hold-ended"
        | "dossier.withdrawn"
        | "dossier.closed"
        | "dossier.deleted"
        | "dossier.people-changed"
        | "dossier.handler-changed"
        | "task.opened"
        | "task.decided"
        | "task.closed"
        | "task.assigned"
        | "document.added"
        | "document.removed"
        | "message.recorded"
        | "access.changed"
      )[];
    };
    ReplayInput:
      | {
          place: string;
        }
      | {
          webhook: string;
        };
    TaskPage: {
      items: {
        id: string;
        /** @enum {string} */
        kind:
          | "SubmitIntake"
          | "AssessIntake"
          | "AgreePlanning"
          | "ProposePlanning"
          | "PreAssessDpia"
          | "CarryOutDpia"
          | "ReviewDpia"
          | "SubmitProtocol"
          | "ReviewProtocol"
          | "AdviseOnProtocol"
          | "RecordPriorConsultation"
          | "ConfirmFinalProtocol"
          | "SignForApplicant"
          | "SignAsSecond"
          | "SignForAuthority"
          | "ConnectMagda"
          | "DecideRenewal"
          | "ConfirmEndOfUse"
          | "ReversalPeriod"
          | "AnswerEnquiry"
          | "EnterUse"
          | "PublishByApplicant"
          | "PublishByAuthority"
          | "AdviseOnDpia"
          | "AdviseOnDpiaForLed"
          | "AdviseAsConsumerDpo"
          | "ConnectOtherChannel"
          | "ConfirmYearly"
          | "DecideStalled"
          | "AnswerMessage";
        title: string;
        pass: number;
        round: number;
        stage: string;
        /** @enum {string} */
        audience:
          | "applicant"
          | "signatory"
          | "second-signatory"
          | "dpo"
          | "led-team"
          | "led-dpo"
          | "leading-official";
        /** Format: date-time */
        openedAt: string;
        /** Format: date-time */
        deadline?: string;
        assignee?: {
          id: string;
          name: string;
          /** Format: date-time */
          at: string;
        };
        dossierId: string;
        reference: string;
        organisationName: string;
        /** @description Days of its side that it is late: the LED's are working days */
        daysLate: number;
        /**
         * Format: date-time
         * @description End of the hold of its dossier
         */
        heldUntil?: string;
      }[];
      /** @description Where the next page goes on; absent on the last */
      next?: string;
      /** @description Keys of what is missing here since it does not parse; operators were told */
      unreadable?: string[];
    };
    DossierPage: {
      items: {
        id: string;
        reference: string;
        /** @enum {string} */
        status: "ENQUIRY" | "ENTERING" | "ONBOARDING" | "PARKED" | "IN_USE" | "ENDING" | "CLOSED";
        /** @enum {string} */
        stage: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
        /** Format: date-time */
        since: string;
        organisationName: string;
        organisationType: string;
        ovoCode?: string;
        /**
         * Format: date-time
         * @description End of the hold
         */
        heldUntil?: string;
        /** Format: date-time */
        openedAt?: string;
        turns?: {
          /** @enum {string} */
          audience:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official";
          /** @enum {string} */
          kind:
            | "SubmitIntake"
            | "AssessIntake"
            | "AgreePlanning"
            | "ProposePlanning"
            | "PreAssessDpia"
            | "CarryOutDpia"
            | "ReviewDpia"
            | "SubmitProtocol"
            | "ReviewProtocol"
            | "AdviseOnProtocol"
            | "RecordPriorConsultation"
            | "ConfirmFinalProtocol"
            | "SignForApplicant"
            | "SignAsSecond"
            | "SignForAuthority"
            | "ConnectMagda"
            | "DecideRenewal"
            | "ConfirmEndOfUse"
            | "ReversalPeriod"
            | "AnswerEnquiry"
            | "EnterUse"
            | "PublishByApplicant"
            | "PublishByAuthority"
            | "AdviseOnDpia"
            | "AdviseOnDpiaForLed"
            | "AdviseAsConsumerDpo"
            | "ConnectOtherChannel"
            | "ConfirmYearly"
            | "DecideStalled"
            | "AnswerMessage";
          id: string;
          /** Format: date-time */
          since: string;
          /** Format: date-time */
          deadline?: string;
          assignee?: string;
        }[];
        /** Format: date-time */
        inUseSince?: string;
        /** Format: date */
        termEnd?: string;
        closed?: {
          /** Format: date-time */
          at: string;
          /** @enum {string} */
          outcome: "answered" | "unsuitable" | "closed" | "negative" | "stopped" | "withdrawn" | "ended";
        };
        /** Format: date-time */
        latestAt?: string;
        /** Format: date-time */
        changedAt?: string;
        daysLate?: number;
      }[];
      /** @description Where the next page goes on; absent on the last */
      next?: string;
      /** @description Keys of what is missing here since it does not parse; operators were told */
      unreadable?: string[];
      /**
       * Format: date-time
       * @description The list has every change before this moment; absent while the list is first built
       */
      upTo?: string;
    };
    Statistics: {
      /** Format: date-time */
      at: string;
      dossiers: number;
      stages: {
        [key: string]: {
          count: number;
          late: number;
          held: number;
          slowest: {
            id: string;
            reference: string;
            organisationName: string;
            /** Format: date-time */
            since: string;
          }[];
        };
      };
      turns: {
        [key: string]: {
          count: number;
          late: number;
        };
      };
      leadTimes: {
        /** @enum {string} */
        stage: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
        /** @enum {string} */
        side: "consumer" | "led";
        count: number;
        median: number;
        p90: number;
      }[];
      toUse?: {
        count: number;
        median: number;
        p90: number;
      };
      months: {
        month: string;
        opened: number;
        started: number;
        closed: number;
      }[];
      rounds: {
        /** @enum {string} */
        stage: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
        counts: number[];
      }[];
      outcomes: {
        [key: string]: number;
      };
      inUse: number;
      endingSoon: {
        count: number;
        first: {
          id: string;
          reference: string;
          organisationName: string;
          end: string;
        }[];
      };
    };
    TaskWithDocuments: {
      /** @enum {string} */
      kind:
        | "SubmitIntake"
        | "AssessIntake"
        | "AgreePlanning"
        | "ProposePlanning"
        | "PreAssessDpia"
        | "CarryOutDpia"
        | "ReviewDpia"
        | "SubmitProtocol"
        | "ReviewProtocol"
        | "AdviseOnProtocol"
        | "RecordPriorConsultation"
        | "ConfirmFinalProtocol"
        | "SignForApplicant"
        | "SignAsSecond"
        | "SignForAuthority"
        | "ConnectMagda"
        | "DecideRenewal"
        | "ConfirmEndOfUse"
        | "ReversalPeriod"
        | "AnswerEnquiry"
        | "EnterUse"
        | "PublishByApplicant"
        | "PublishByAuthority"
        | "AdviseOnDpia"
        | "AdviseOnDpiaForLed"
        | "AdviseAsConsumerDpo"
        | "ConnectOtherChannel"
        | "ConfirmYearly"
        | "DecideStalled"
        | "AnswerMessage";
      pass: number;
      round: number;
      stage: string;
      /** @enum {string} */
      audience:
        "applicant" | "signatory" | "second-signatory" | "dpo" | "led-team" | "led-dpo" | "leading-official";
      /** @enum {string} */
      status: "open" | "decided" | "closed";
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      since: string;
      /** Format: date-time */
      deadline?: string;
      about?: string;
      because?: string;
      from?: {
        /** @enum {string} */
        role:
          | "applicant"
          | "signatory"
          | "second-signatory"
          | "dpo"
          | "led-team"
          | "led-dpo"
          | "leading-official"
          | "system";
        id: string;
        name: string;
      };
      decision?: {
        outcome: string;
        fields: {
          [key: string]: unknown;
        };
        documents: string[];
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        onBehalf?: {
          /** @enum {string} */
          of:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official";
          reason: string;
          message?: string;
        };
        /** Format: date-time */
        at: string;
      };
      assignee?: {
        id: string;
        name: string;
        /** Format: date-time */
        at: string;
      };
      id: string;
      title: string;
      /** @description Days of its side that it is late: the LED's are working days */
      daysLate?: number;
      outcomes: string[];
      documents: {
        id: string;
        taskId?: string;
        /** @enum {string} */
        kind:
          | "dpia-pre-assessment"
          | "dpia-initial-draft"
          | "dpia"
          | "dpia-dpo-opinion"
          | "prior-consultation"
          | "protocol-template"
          | "protocol"
          | "consumer-dpo-advice"
          | "led-dpo-advice"
          | "protocol-final"
          | "protocol-published"
          | "governing-decision"
          | "protocol-signed-by-applicant"
          | "protocol-signed-by-second"
          | "protocol-signed-by-both"
          | "authorisation"
          | "received-on-behalf"
          | "other";
        name: string;
        size: number;
        sha256: string;
        contentType: string;
        title?: string;
        /** @enum {string} */
        scan:
          | "accepted"
          | "checking"
          | "refused-type"
          | "refused-size"
          | "refused-empty"
          | "refused-damaged"
          | "refused-password"
          | "refused-script"
          | "refused-launch"
          | "refused-attachment"
          | "refused-macro"
          | "refused-remote"
          | "refused-object"
          | "refused-dde"
          | "refused-unpacked"
          | "refused-malware"
          | "refused-unchecked"
          | "refused-quota"
          | "refused-late";
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        /** Format: date-time */
        at: string;
      }[];
    };
    Task: {
      /** @enum {string} */
      kind:
        | "SubmitIntake"
        | "AssessIntake"
        | "AgreePlanning"
        | "ProposePlanning"
        | "PreAssessDpia"
        | "CarryOutDpia"
        | "ReviewDpia"
        | "SubmitProtocol"
        | "ReviewProtocol"
        | "AdviseOnProtocol"
        | "RecordPriorConsultation"
        | "ConfirmFinalProtocol"
        | "SignForApplicant"
        | "SignAsSecond"
        | "SignForAuthority"
        | "ConnectMagda"
        | "DecideRenewal"
        | "ConfirmEndOfUse"
        | "ReversalPeriod"
        | "AnswerEnquiry"
        | "EnterUse"
        | "PublishByApplicant"
        | "PublishByAuthority"
        | "AdviseOnDpia"
        | "AdviseOnDpiaForLed"
        | "AdviseAsConsumerDpo"
        | "ConnectOtherChannel"
        | "ConfirmYearly"
        | "DecideStalled"
        | "AnswerMessage";
      pass: number;
      round: number;
      stage: string;
      /** @enum {string} */
      audience:
        "applicant" | "signatory" | "second-signatory" | "dpo" | "led-team" | "led-dpo" | "leading-official";
      /** @enum {string} */
      status: "open" | "decided" | "closed";
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      since: string;
      /** Format: date-time */
      deadline?: string;
      about?: string;
      because?: string;
      from?: {
        /** @enum {string} */
        role:
          | "applicant"
          | "signatory"
          | "second-signatory"
          | "dpo"
          | "led-team"
          | "led-dpo"
          | "leading-official"
          | "system";
        id: string;
        name: string;
      };
      decision?: {
        outcome: string;
        fields: {
          [key: string]: unknown;
        };
        documents: string[];
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        onBehalf?: {
          /** @enum {string} */
          of:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official";
          reason: string;
          message?: string;
        };
        /** Format: date-time */
        at: string;
      };
      assignee?: {
        id: string;
        name: string;
        /** Format: date-time */
        at: string;
      };
      id: string;
      title: string;
      /** @description Days of its side that it is late: the LED's are working days */
      daysLate?: number;
    };
    Upload: {
      /** @description Of the document, once it has arrived */
      id: string;
      form: {
        /** Format: uri */
        url: string;
        fields: {
          [key: string]: string;
        };
      };
    };
    OpenedDossier: {
      id: string;
      reference: string;
    };
    Dossier: {
      id: string;
      reference: string;
      organisation: {
        name: string;
        /** @enum {string} */
        type:
          | "local-authority"
          | "ocmw"
          | "association-of-local-authorities"
          | "autonomous-municipal-company"
          | "autonomous-provincial-company"
          | "social-housing-company"
          | "flemish-body"
          | "school-board"
          | "higher-education"
          | "hospital"
          | "fire-or-police-zone"
          | "federal-or-other-community"
          | "private-with-public-task"
          | "other-public-body";
        enterpriseNumber?: string;
        ovoCode?: string;
        missingNumberReason?: string;
      };
      people: {
        contact: {
          id: string;
          name: string;
          /** Format: email */
          email: string;
          capacity?: string;
          telephone?: string;
        };
        secondContact?: {
          id: string;
          name: string;
          /** Format: email */
          email: string;
          capacity?: string;
          telephone?: string;
        };
        dpo?: {
          id: string;
          name: string;
          /** Format: email */
          email: string;
          capacity?: string;
          telephone?: string;
        };
        signatory?: {
          id: string;
          name: string;
          /** Format: email */
          email: string;
          capacity?: string;
          telephone?: string;
        };
        secondSignatory?: {
          id: string;
          name: string;
          /** Format: email */
          email: string;
          capacity?: string;
          telephone?: string;
        };
      };
      handler?: {
        id: string;
        name: string;
        /** Format: date-time */
        at: string;
      };
      /** @enum {string} */
      stage: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
      /** Format: date-time */
      since: string;
      /** Format: date-time */
      openedAt: string;
      pass: number;
      intake?: {
        purpose: string;
        use?: string;
        channels: ("web-application" | "web-service")[];
        mutations?: string;
        connectionDate?: string;
        dataSubjects?: string;
        requestsPerYear?: number;
        legalBasis?: string;
        dataCategories?: string;
        recipients?: string;
        retention?: string;
        automatedDecisions?: boolean;
        processor?: string;
        furtherControllers?: {
          name: string;
          enterpriseNumber: string;
          ovoCode?: string;
          seat: string;
          signatory: string;
          capacity: string;
        }[];
      };
      planning?: {
        dpiaConclusion: string;
        protocolDraft: string;
        dpoAdvice: string;
        signature: string;
        connection: string;
        agreedAt?: string;
      };
      dpia?: {
        /** @enum {string} */
        conclusion: "required" | "not-required";
        /** @enum {string} */
        suggestion: "required" | "not-required";
        motivation?: string;
        questionnaire: string;
        criteria: string[];
        concludedAt: string;
        communicated?: {
          /** Format: date-time */
          at: string;
          to: string[];
        };
        /** @enum {string} */
        residualRisk?: "low" | "medium" | "high";
        acceptedAt?: string;
        priorConsultation?: {
          /** @constant */
          outcome: "favourable";
          date: string;
        };
      };
      protocol?: {
        /** @enum {string} */
        legalBasis: "protocol" | "legacy-authorisation" | "deliberation" | "general-protocol";
        term: {
          start: string;
          end?: string;
        };
        submittedAt?: string;
        version?: number;
        consumerDpoAdvice?: {
          /** @constant */
          outcome: "positive";
          hasConditions?: boolean;
          date: string;
          name: string;
          version?: number;
          carriesOver?: boolean;
        };
        adviceAskedAt?: string;
        approvedAt?: string;
        ledDpoAdvice?: {
          /** @constant */
          outcome: "positive";
          /** Format: date-time */
          at: string;
          by: string;
          version?: number;
        };
        fixed?: {
          documentId: string;
          name: string;
          sha256: string;
          contentType: string;
          version: number;
          /** Format: date-time */
          at: string;
        };
        decidedBy?: {
          /** @enum {string} */
          body: "college" | "permanent-bureau" | "council";
          date: string;
        };
        signatures: {
          applicant?: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            form: "electronic" | "paper" | "paper-copies";
            by: string;
            capacity?: string;
            version?: number;
            receivedOn?: string;
          };
          second?: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            form: "electronic" | "paper" | "paper-copies";
            by: string;
            capacity?: string;
            version?: number;
            receivedOn?: string;
          };
          authority?: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            form: "electronic" | "paper" | "paper-copies";
            by: string;
            capacity?: string;
            version?: number;
            returnedOn?: string;
          };
        };
        furtherSignatures?: {
          /** Format: date-time */
          at: string;
          by: string;
          capacity?: string;
          controller: string;
        }[];
        distributedAt?: string;
        entered?: {
          /** Format: date-time */
          at: string;
          date: string;
          reference?: string;
          /** @enum {string} */
          tells: "nobody" | "contact" | "everybody";
        };
      };
      connection?: {
        channels: {
          /** @enum {string} */
          channel: "web-application" | "web-service";
          exploratoryTalkDate?: string;
          reference?: string;
          testDate?: string;
          productionDate: string;
          reportedBy: string;
          /** Format: date-time */
          at: string;
        }[];
      };
      closing?: {
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        reason: string;
        /** Format: date-time */
        at: string;
      };
      ending?: {
        /** @enum {string} */
        reason: "term" | "purpose" | "stopped" | "breach";
        explanation?: string;
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        /** Format: date-time */
        at: string;
      };
      endingAsked?: {
        /** @enum {string} */
        reason: "purpose" | "stopped" | "breach";
        explanation: string;
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        /** Format: date-time */
        at: string;
      };
      endOfUse?: {
        consultationEndedOn: string;
        vdiToldOn: string;
        /** Format: date-time */
        at: string;
      };
      laterPass?: {
        /** @enum {string} */
        kind: "renewal" | "amendment";
        /** @enum {string} */
        from?: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
        of: number;
        end?: string;
        reason?: string;
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        /** Format: date-time */
        at: string;
      };
      lastRequest?: {
        pass: number;
        /** Format: date-time */
        at: string;
        outcome: string;
        reason?: string;
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
      };
      legalHold?: {
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        reason: string;
        /** Format: date-time */
        at: string;
      };
      hold?: {
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        reason: string;
        /** Format: date-time */
        since: string;
        until: string;
      };
      pauses: {
        from: string;
        to: string;
        /** @enum {string} */
        endedBy?: "date" | "hand" | "decision" | "closing";
      }[];
      /** @enum {string} */
      status: "ENQUIRY" | "ENTERING" | "ONBOARDING" | "PARKED" | "IN_USE" | "ENDING" | "CLOSED";
      question?: string;
      parked?: {
        /** Format: date-time */
        at: string;
        error: string;
        cause: string;
        lastState?: string;
      };
      /** Format: date-time */
      inUseSince?: string;
      closed?: {
        /** Format: date-time */
        at: string;
        /** @enum {string} */
        outcome: "answered" | "unsuitable" | "closed" | "negative" | "stopped" | "withdrawn" | "ended";
        reason?: string;
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
      };
      accesses: {
        pass: number;
        organisation: {
          name: string;
          /** @enum {string} */
          type:
            | "local-authority"
            | "ocmw"
            | "association-of-local-authorities"
            | "autonomous-municipal-company"
            | "autonomous-provincial-company"
            | "social-housing-company"
            | "flemish-body"
            | "school-board"
            | "higher-education"
            | "hospital"
            | "fire-or-police-zone"
            | "federal-or-other-community"
            | "private-with-public-task"
            | "other-public-body";
          enterpriseNumber?: string;
          ovoCode?: string;
          missingNumberReason?: string;
        };
        purpose: string;
        channels: ("web-application" | "web-service")[];
        /** @enum {string} */
        status: "in-force" | "replaced" | "ended";
        protocolVersion: string;
        start: string;
        end?: string;
        contacts: {
          contact: {
            id: string;
            name: string;
            /** Format: email */
            email: string;
            capacity?: string;
            telephone?: string;
          };
          secondContact?: {
            id: string;
            name: string;
            /** Format: email */
            email: string;
            capacity?: string;
            telephone?: string;
          };
          dpo?: {
            id: string;
            name: string;
            /** Format: email */
            email: string;
            capacity?: string;
            telephone?: string;
          };
          signatory?: {
            id: string;
            name: string;
            /** Format: email */
            email: string;
            capacity?: string;
            telephone?: string;
          };
          secondSignatory?: {
            id: string;
            name: string;
            /** Format: email */
            email: string;
            capacity?: string;
            telephone?: string;
          };
        };
        changes: {
          /** Format: date-time */
          at: string;
          by: {
            /** @enum {string} */
            role:
              | "applicant"
              | "signatory"
              | "second-signatory"
              | "dpo"
              | "led-team"
              | "led-dpo"
              | "leading-official"
              | "system";
            id: string;
            name: string;
          };
          what: string;
        }[];
        replacedBy?: number;
        replacedFrom?: string;
        endedOn?: string;
        /** @description Whether the LED may be consulted today because of this access */
        inForceToday: boolean;
      }[];
      tasks: {
        /** @enum {string} */
        kind:
          | "SubmitIntake"
          | "AssessIntake"
          | "AgreePlanning"
          | "ProposePlanning"
          | "PreAssessDpia"
          | "CarryOutDpia"
          | "ReviewDpia"
          | "SubmitProtocol"
          | "ReviewProtocol"
          | "AdviseOnProtocol"
          | "RecordPriorConsultation"
          | "ConfirmFinalProtocol"
          | "SignForApplicant"
          | "SignAsSecond"
          | "SignForAuthority"
          | "ConnectMagda"
          | "DecideRenewal"
          | "ConfirmEndOfUse"
          | "ReversalPeriod"
          | "AnswerEnquiry"
          | "EnterUse"
          | "PublishByApplicant"
          | "PublishByAuthority"
          | "AdviseOnDpia"
          | "AdviseOnDpiaForLed"
          | "AdviseAsConsumerDpo"
          | "ConnectOtherChannel"
          | "ConfirmYearly"
          | "DecideStalled"
          | "AnswerMessage";
        pass: number;
        round: number;
        stage: string;
        /** @enum {string} */
        audience:
          | "applicant"
          | "signatory"
          | "second-signatory"
          | "dpo"
          | "led-team"
          | "led-dpo"
          | "leading-official";
        /** @enum {string} */
        status: "open" | "decided" | "closed";
        /** Format: date-time */
        openedAt: string;
        /** Format: date-time */
        since: string;
        /** Format: date-time */
        deadline?: string;
        about?: string;
        because?: string;
        from?: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        decision?: {
          outcome: string;
          fields: {
            [key: string]: unknown;
          };
          documents: string[];
          by: {
            /** @enum {string} */
            role:
              | "applicant"
              | "signatory"
              | "second-signatory"
              | "dpo"
              | "led-team"
              | "led-dpo"
              | "leading-official"
              | "system";
            id: string;
            name: string;
          };
          onBehalf?: {
            /** @enum {string} */
            of:
              | "applicant"
              | "signatory"
              | "second-signatory"
              | "dpo"
              | "led-team"
              | "led-dpo"
              | "leading-official";
            reason: string;
            message?: string;
          };
          /** Format: date-time */
          at: string;
        };
        assignee?: {
          id: string;
          name: string;
          /** Format: date-time */
          at: string;
        };
        id: string;
        title: string;
        /** @description Days of its side that it is late: the LED's are working days */
        daysLate?: number;
      }[];
      leadTimes: {
        consumer: {
          days: number;
          daysLate: number;
          byStage: {
            days: number;
            daysLate: number;
            /** @enum {string} */
            stage: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
          }[];
        };
        led: {
          days: number;
          daysLate: number;
          byStage: {
            days: number;
            daysLate: number;
            /** @enum {string} */
            stage: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
          }[];
        };
      };
      documents: {
        id: string;
        taskId?: string;
        /** @enum {string} */
        kind:
          | "dpia-pre-assessment"
          | "dpia-initial-draft"
          | "dpia"
          | "dpia-dpo-opinion"
          | "prior-consultation"
          | "protocol-template"
          | "protocol"
          | "consumer-dpo-advice"
          | "led-dpo-advice"
          | "protocol-final"
          | "protocol-published"
          | "governing-decision"
          | "protocol-signed-by-applicant"
          | "protocol-signed-by-second"
          | "protocol-signed-by-both"
          | "authorisation"
          | "received-on-behalf"
          | "other";
        name: string;
        size: number;
        sha256: string;
        contentType: string;
        title?: string;
        /** @enum {string} */
        scan:
          | "accepted"
          | "checking"
          | "refused-type"
          | "refused-size"
          | "refused-empty"
          | "refused-damaged"
          | "refused-password"
          | "refused-script"
          | "refused-launch"
          | "refused-attachment"
          | "refused-macro"
          | "refused-remote"
          | "refused-object"
          | "refused-dde"
          | "refused-unpacked"
          | "refused-malware"
          | "refused-unchecked"
          | "refused-quota"
          | "refused-late";
        by: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        /** Format: date-time */
        at: string;
      }[];
      timeline: {
        /** Format: date-time */
        at: string;
        who?: {
          /** @enum {string} */
          role:
            | "applicant"
            | "signatory"
            | "second-signatory"
            | "dpo"
            | "led-team"
            | "led-dpo"
            | "leading-official"
            | "system";
          id: string;
          name: string;
        };
        text: string;
        detail?: string;
      }[];
      /** @description Keys of what is missing here since it does not parse; operators were told */
      unreadable?: string[];
    };
    ParkedPage: {
      items: {
        dossierId: string;
        reference: string;
        organisationName: string;
        /** @enum {string} */
        stage: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
        stages: ("CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE")[];
        /** Format: date-time */
        at: string;
        error: string;
        cause: string;
        lastState?: string;
        /** @enum {string} */
        causeGroup:
          "mail" | "database" | "files" | "rights" | "data" | "template" | "workflow" | "busy" | "fault";
        causeInWords: string;
        lastStateInWords: string;
      }[];
      /** @description Where the next page goes on; absent on the last */
      next?: string;
      /** @description Keys of what is missing here since it does not parse; operators were told */
      unreadable?: string[];
    };
    Note: {
      id: string;
      /** Format: date-time */
      at: string;
      by: {
        /** @enum {string} */
        role:
          | "applicant"
          | "signatory"
          | "second-signatory"
          | "dpo"
          | "led-team"
          | "led-dpo"
          | "leading-official"
          | "system";
        id: string;
        name: string;
      };
      text: string;
      /** @enum {string} */
      to?: "applicant" | "led-team";
    };
    Made: {
      id: string;
    };
    ReadingPage: {
      items: {
        /** Format: date */
        day: string;
        /** Format: date-time */
        at: string;
        by: {
          id: string;
          name: string;
          roles: ("led-team" | "led-dpo" | "leading-official")[];
        };
        /** @enum {string} */
        what: "dossier" | "document" | "export";
        id?: string;
      }[];
      /** @description Where the next page goes on; absent on the last */
      next?: string;
      /** @description Keys of what is missing here since it does not parse; operators were told */
      unreadable?: string[];
    };
    DeletedPage: {
      items: {
        id: string;
        reference: string;
        /** Format: date-time */
        deletedAt: string;
      }[];
      /** @description Where the next page goes on; absent on the last */
      next?: string;
      /** @description Keys of what is missing here since it does not parse; operators were told */
      unreadable?: string[];
    };
    People: {
      contact: {
        id: string;
        name: string;
        /** Format: email */
        email: string;
        capacity?: string;
        telephone?: string;
      };
      secondContact?: {
        id: string;
        name: string;
        /** Format: email */
        email: string;
        capacity?: string;
        telephone?: string;
      };
      dpo?: {
        id: string;
        name: string;
        /** Format: email */
        email: string;
        capacity?: string;
        telephone?: string;
      };
      signatory?: {
        id: string;
        name: string;
        /** Format: email */
        email: string;
        capacity?: string;
        telephone?: string;
      };
      secondSignatory?: {
        id: string;
        name: string;
        /** Format: email */
        email: string;
        capacity?: string;
        telephone?: string;
      };
    };
    Colleagues: {
      items: {
        subject: string;
        name: string;
        roles: ("led-team" | "led-dpo" | "leading-official")[];
      }[];
    };
    Substitutions: {
      items: {
        id: string;
        /** @enum {string} */
        role: "led-team" | "led-dpo" | "leading-official";
        of: {
          id: string;
          name: string;
        };
        substitute: {
          id: string;
          name: string;
        };
        from: string;
        until: string;
        /** Format: date-time */
        at: string;
        ended?: {
          /** Format: date-time */
          at: string;
          by: {
            id: string;
            name: string;
          };
        };
      }[];
    };
    Substitution: {
      id: string;
      /** @enum {string} */
      role: "led-team" | "led-dpo" | "leading-official";
      of: {
        id: string;
        name: string;
      };
      substitute: {
        id: string;
        name: string;
      };
      from: string;
      until: string;
      /** Format: date-time */
      at: string;
      ended?: {
        /** Format: date-time */
        at: string;
        by: {
          id: string;
          name: string;
        };
      };
    };
    Moves: {
      moves: {
        dossierId: string;
        reference: string;
        organisationName: string;
        /** @enum {string} */
        stage: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
        /** @enum {string} */
        workflow: "onboarding" | "out-of-use";
        from?: number;
        to: number;
        /** @enum {string} */
        outcome:
          "moves" | "later" | "under-way" | "current" | "parked" | "closing" | "starting" | "not-running";
        /** @description Ids of the open tasks that get a new token */
        tasks: string[];
      }[];
      /** @description Ids of the dossiers that were asked to move now */
      moved: string[];
      /** @description How many are left to move, by asking again */
      left: number;
      /** @description How many were asked before, and move by themselves */
      underWay: number;
      /** @description Where the next page goes on; absent on the last */
      next?: string;
    };
    NewMails: {
      items: {
        id: string;
        /** Format: date-time */
        at: string;
        from: {
          name: string;
          address: string;
        };
        subject: string;
        assignee?: {
          id: string;
          name: string;
          /** Format: date-time */
          at: string;
        };
        /** @description Whether the domain of the sender confirms it (DMARC) */
        isConfirmed: boolean;
        /** @description Names of its files; they are read once it is with a dossier */
        files: string[];
        /** Format: date-time */
        deadline?: string;
        /** @description Working days that it is late */
        daysLate: number;
      }[];
    };
    NewMail: {
      id: string;
      /** Format: date-time */
      at: string;
      from: {
        name: string;
        address: string;
      };
      subject: string;
      assignee?: {
        id: string;
        name: string;
        /** Format: date-time */
        at: string;
      };
      /** @description Whether the domain of the sender confirms it (DMARC) */
      isConfirmed: boolean;
      /** @description Names of its files; they are read once it is with a dossier */
      files: string[];
      /** Format: date-time */
      deadline?: string;
      /** @description Working days that it is late */
      daysLate: number;
      text: string;
      quoted?: string;
      enterpriseNumber?: string;
    };
    UnsentMailPage: {
      items: {
        /** @description Id of the dossier or of the contact request */
        about: string;
        reference?: string;
        key: string;
        template: string;
        /** @enum {string} */
        state: "waiting" | "sending" | "refused";
        /**
         * Format: date-time
         * @description First attempt
         */
        since: string;
        /**
         * Format: date-time
         * @description Last attempt
         */
        at: string;
        /** @description Code of the last failure */
        failure?: string;
      }[];
      /** @description Where the next page goes on; absent on the last */
      next?: string;
      /** @description Keys of what is missing here since it does not parse; operators were told */
      unreadable?: string[];
    };
    Webhooks: {
      items: {
        id: string;
        address: string;
        events?: (
          | "dossier.opened"
          | "dossier.stage-changed"
          | "dossier.status-changed"
          | "dossier.parked"
          | "dossier.resumed"
          | "dossier.held"
          | "dossier.hold-ended"
          | "dossier.withdrawn"
          | "dossier.closed"
          | "dossier.deleted"
          | "dossier.people-changed"
          | "dossier.handler-changed"
          | "task.opened"
          | "task.decided"
          | "task.closed"
          | "task.assigned"
          | "document.added"
          | "document.removed"
          | "message.recorded"
          | "access.changed"
        )[];
        /** Format: date-time */
        at: string;
        by: {
          id: string;
          name: string;
        };
      }[];
    };
    OutgoingEventPage: {
      items: {
        place: string;
        id: string;
        webhook: string;
        event: {
          /** @enum {string} */
          type:
            | "dossier.opened"
            | "dossier.stage-changed"
            | "dossier.status-changed"
            | "dossier.parked"
            | "dossier.resumed"
            | "dossier.held"
            | "dossier.hold-ended"
            | "dossier.withdrawn"
            | "dossier.closed"
            | "dossier.deleted"
            | "dossier.people-changed"
            | "dossier.handler-changed"
            | "task.opened"
            | "task.decided"
            | "task.closed"
            | "task.assigned"
            | "document.added"
            | "document.removed"
            | "message.recorded"
            | "access.changed";
          timestamp: string;
          data: {
            dossier: string;
            reference: string;
            stage?: string;
            about?: string;
          };
        };
        attempts: number;
        dueAt?: string;
        givenUpAt?: string;
        failure?: string;
      }[];
      /** @description Where the next page goes on; absent on the last */
      next?: string;
      /** @description Keys of what is missing here since it does not parse; operators were told */
      unreadable?: string[];
    };
    /** @description RFC 9457: why a request is refused, with all reasons at once */
    Problem: {
      /** @description A URN that ends with the code */
      type: string;
      status: number;
      /**
       * @description For programs; title, detail and messages are in Dutch, for people
       * @enum {string}
       */
      code:
        | "bad-request"
        | "name-unknown"
        | "key-missing"
        | "key-too-long"
        | "sign-in"
        | "no-role"
        | "link-over"
        | "page-unknown"
        | "file-gone"
        | "method-unknown"
        | "conflict"
        | "unreadable"
        | "dossier-deleted"
        | "dossier-changed"
        | "too-large"
        | "media-type"
        | "wrong-input"
        | "key-reused"
        | "too-often"
        | "failure"
        | "retry-later"
        | "refused"
        | "closed"
        | "already-decided"
        | "decided-by-you";
      title: string;
      detail?: string;
      errors?: {
        /** @description Its path in the body, or the name of a query parameter */
        field?: string;
        /** @description Id of a business rule (docs/rules.md) */
        rule?: string;
        /**
         * @description What is wrong with the value of the field
         * @enum {string}
         */
        code?: "missing" | "unknown" | "too-large" | "too-small" | "invalid";
        message: string;
      }[];
    };
  };
  responses: {
    /** @description Malformed: no JSON, a name or a value that is not described, or an Idempotency-Key that is missing or too long */
    400: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:bad-request",
         *       "status": 400,
         *       "code": "bad-request",
         *       "title": "We begrijpen deze aanvraag niet"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description No valid token */
    401: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:sign-in",
         *       "status": 401,
         *       "code": "sign-in",
         *       "title": "Meld je eerst aan"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not permitted for the roles of the caller */
    403: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:no-role",
         *       "status": 403,
         *       "code": "no-role",
         *       "title": "Je hebt geen toegang"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not found */
    404: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:link-over",
         *       "status": 404,
         *       "code": "link-over",
         *       "title": "Je link is verlopen, en wat je typte is bewaard"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Refused by a rule, or somebody else was first */
    409: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:conflict",
         *       "status": 409,
         *       "code": "conflict",
         *       "title": "Iemand anders was je net voor"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The dossier was deleted */
    410: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:dossier-deleted",
         *       "status": 410,
         *       "code": "dossier-deleted",
         *       "title": "Dit dossier is verwijderd"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The dossier is not in the state that If-Match names */
    412: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:dossier-changed",
         *       "status": 412,
         *       "code": "dossier-changed",
         *       "title": "Het dossier veranderde intussen"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Above the maximum size */
    413: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:too-large",
         *       "status": 413,
         *       "code": "too-large",
         *       "title": "Dit formulier is te groot"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not sent as JSON */
    415: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:media-type",
         *       "status": 415,
         *       "code": "media-type",
         *       "title": "Dit formulier heeft een verkeerd formaat"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Something is missing or wrong, a rule refuses it, or the Idempotency-Key was used for something else */
    422: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:wrong-input",
         *       "status": 422,
         *       "code": "wrong-input",
         *       "title": "Er is iets niet in orde"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description A limit is reached */
    429: {
      headers: {
        /** @description Seconds */
        "Retry-After"?: number;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:too-often",
         *       "status": 429,
         *       "code": "too-often",
         *       "title": "Dit gebeurde te vaak na elkaar"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Internal error */
    500: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:failure",
         *       "status": 500,
         *       "code": "failure",
         *       "title": "Er liep iets mis"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Temporarily unavailable: retry */
    503: {
      headers: {
        /** @description Seconds */
        "Retry-After"?: number;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:led-onboarding:problem:retry-later",
         *       "status": 503,
         *       "code": "retry-later",
         *       "title": "Het lukt nu even niet"
         *     }
         */
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GETOpenapiJson: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Record<string, never>;
        };
      };
      400: components["responses"]["400"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETTasks: {
    parameters: {
      query?: {
        /** @description `next` of the previous page */
        next?: string;
        /** @description Maximum number of items of a page */
        limit?: number;
        /**
         * @description Tasks of this role. Only the LED team may ask for a role that it does not have
         * @example led-team
         */
        whose?:
          | "applicant"
          | "signatory"
          | "second-signatory"
          | "dpo"
          | "led-team"
          | "led-dpo"
          | "leading-official";
        /** @example unclaimed */
        show?: "all" | "mine" | "unclaimed";
        kind?:
          | "SubmitIntake"
          | "AssessIntake"
          | "AgreePlanning"
          | "ProposePlanning"
          | "PreAssessDpia"
          | "CarryOutDpia"
          | "ReviewDpia"
          | "SubmitProtocol"
          | "ReviewProtocol"
          | "AdviseOnProtocol"
          | "RecordPriorConsultation"
          | "ConfirmFinalProtocol"
          | "SignForApplicant"
          | "SignAsSecond"
          | "SignForAuthority"
          | "ConnectMagda"
          | "DecideRenewal"
          | "ConfirmEndOfUse"
          | "ReversalPeriod"
          | "AnswerEnquiry"
          | "EnterUse"
          | "PublishByApplicant"
          | "PublishByAuthority"
          | "AdviseOnDpia"
          | "AdviseOnDpiaForLed"
          | "AdviseAsConsumerDpo"
          | "ConnectOtherChannel"
          | "ConfirmYearly"
          | "DecideStalled"
          | "AnswerMessage";
        stage?: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE";
        /** @description Only what is late */
        late?: "1";
        /** @description Only what is on hold, or only what is not */
        hold?: "no" | "yes";
        sort?: "deadline" | "since" | "organisation";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "AssessIntake-1-1",
           *           "kind": "AssessIntake",
           *           "title": "Beoordeel de intake",
           *           "pass": 1,
           *           "round": 1,
           *           "stage": "INTAKE",
           *           "audience": "led-team",
           *           "openedAt": "2026-11-23T09:00:00.000Z",
           *           "deadline": "2026-12-07T09:00:00.000Z",
           *           "dossierId": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *           "reference": "LED-2026-00042",
           *           "organisationName": "Gemeente Voorbeeldegem",
           *           "daysLate": 0
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["TaskPage"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETDossiers: {
    parameters: {
      query?: {
        /** @description `next` of the previous page */
        next?: string;
        /** @description Maximum number of items of a page */
        limit?: number;
        /** @example INTAKE */
        stage?: "CONTACT" | "INTAKE" | "DPIA" | "PROTOCOL" | "MAGDA" | "IN_USE" | "OUT_OF_USE" | "CLOSED";
        life?: "open" | "in-use" | "closed";
        turn?:
          | "applicant"
          | "signatory"
          | "second-signatory"
          | "dpo"
          | "led-team"
          | "led-dpo"
          | "leading-official";
        /** @description Only what is late */
        late?: "1";
        /** @description Only what is on hold, or only what is not */
        hold?: "no" | "yes";
        /** @example latest */
        sort?: "since" | "latest" | "deadline";
        /** @description Only dossiers that changed at or after this moment, earliest change first. Ask again later with `upTo` of the answer. Deleted dossiers are in /deleted-dossiers */
        changedSince?: string;
        /** @description A reference, such as LED-2026-00042. Cannot be combined with a filter */
        reference?: string;
        /** @description With or without points. Cannot be combined with a filter */
        enterpriseNumber?: string;
        /** @description As in the search box of the pages. Cannot be combined with a filter */
        search?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *           "reference": "LED-2026-00042",
           *           "status": "ONBOARDING",
           *           "stage": "INTAKE",
           *           "since": "2026-11-23T09:00:00.000Z",
           *           "organisationName": "Gemeente Voorbeeldegem",
           *           "organisationType": "local-authority",
           *           "openedAt": "2026-11-23T09:00:00.000Z",
           *           "latestAt": "2026-11-23T09:00:00.000Z",
           *           "changedAt": "2026-11-23T09:05:00.000Z",
           *           "daysLate": 0,
           *           "turns": [
           *             {
           *               "audience": "led-team",
           *               "kind": "AssessIntake",
           *               "id": "AssessIntake-1-1",
           *               "since": "2026-11-23T09:00:00.000Z",
           *               "deadline": "2026-12-07T09:00:00.000Z"
           *             }
           *           ]
           *         }
           *       ],
           *       "upTo": "2026-11-23T09:04:00.000Z"
           *     }
           */
          "application/json": components["schemas"]["DossierPage"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiers: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "organisationName": "Gemeente Voorbeeldegem",
         *       "organisationType": "local-authority",
         *       "missingNumberReason": "De aanvrager zoekt het nummer nog op.",
         *       "contactName": "An Peeters",
         *       "contactEmail": "an.peeters@voorbeeldegem.example",
         *       "kind": "onboarding",
         *       "message": "Belde over de studietoelage."
         *     }
         */
        "application/json": components["schemas"]["TeamContactFormInput"];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *       "reference": "LED-2026-00042"
           *     }
           */
          "application/json": components["schemas"]["OpenedDossier"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETStatistics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "at": "2026-11-23T09:00:00.000Z",
           *       "dossiers": 1,
           *       "inUse": 0,
           *       "outcomes": {},
           *       "stages": {
           *         "INTAKE": {
           *           "count": 1,
           *           "late": 0,
           *           "held": 0,
           *           "slowest": [
           *             {
           *               "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *               "reference": "LED-2026-00042",
           *               "organisationName": "Gemeente Voorbeeldegem",
           *               "since": "2026-11-23T09:00:00.000Z"
           *             }
           *           ]
           *         }
           *       },
           *       "turns": {
           *         "led-team": {
           *           "count": 1,
           *           "late": 0
           *         }
           *       },
           *       "leadTimes": [
           *         {
           *           "stage": "CONTACT",
           *           "side": "led",
           *           "count": 1,
           *           "median": 2,
           *           "p90": 2
           *         }
           *       ],
           *       "months": [
           *         {
           *           "month": "2026-11",
           *           "opened": 1,
           *           "started": 0,
           *           "closed": 0
           *         }
           *       ],
           *       "rounds": [
           *         {
           *           "stage": "CONTACT",
           *           "counts": [
           *             1,
           *             0,
           *             0,
           *             0
           *           ]
           *         }
           *       ],
           *       "endingSoon": {
           *         "count": 0,
           *         "first": []
           *       }
           *     }
           */
          "application/json": components["schemas"]["Statistics"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETDossiersIdTasksTaskId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the dossier */
        id: string;
        /** @description Id of the task */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description State of the dossier with its tasks, documents and accesses, for If-Match */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "AssessIntake-1-1",
           *       "kind": "AssessIntake",
           *       "title": "Beoordeel de intake",
           *       "pass": 1,
           *       "round": 1,
           *       "stage": "INTAKE",
           *       "audience": "led-team",
           *       "openedAt": "2026-11-23T09:00:00.000Z",
           *       "deadline": "2026-12-07T09:00:00.000Z",
           *       "status": "open",
           *       "since": "2026-11-23T09:00:00.000Z",
           *       "daysLate": 0,
           *       "outcomes": [
           *         "suitable",
           *         "more-information",
           *         "unsuitable",
           *         "close"
           *       ],
           *       "documents": [
           *         {
           *           "id": "01JDQ4C0M6F3H8D2V7P5RWYX1B",
           *           "taskId": "CarryOutDpia-1-1",
           *           "kind": "dpia",
           *           "name": "dpia.pdf",
           *           "size": 48213,
           *           "contentType": "application/pdf",
           *           "scan": "accepted",
           *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *           "by": {
           *             "role": "applicant",
           *             "id": "01JDQ4F9Z3C6P8K2T5V7HMXB0E",
           *             "name": "An Peeters"
           *           },
           *           "at": "2026-11-23T09:00:00.000Z"
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["TaskWithDocuments"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      410: components["responses"]["410"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdTasksTaskIdDecision: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        /** @description Id of the task */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "outcome": "close",
         *       "fields": {
         *         "reason": "Er is geen rechtsgrond."
         *       }
         *     }
         */
        "application/json": components["schemas"]["Decision"];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "AssessIntake-1-1",
           *       "kind": "AssessIntake",
           *       "title": "Beoordeel de intake",
           *       "pass": 1,
           *       "round": 1,
           *       "stage": "INTAKE",
           *       "audience": "led-team",
           *       "openedAt": "2026-11-23T09:00:00.000Z",
           *       "deadline": "2026-12-07T09:00:00.000Z",
           *       "status": "open",
           *       "since": "2026-11-23T09:00:00.000Z",
           *       "daysLate": 0
           *     }
           */
          "application/json": components["schemas"]["Task"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdTasksTaskIdDocuments: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        /** @description Id of the task */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "dpia"
         *     }
         */
        "application/json": components["schemas"]["DocumentInput"];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JDQ4C0M6F3H8D2V7P5RWYX1B",
           *       "form": {
           *         "url": "https://bucket.s3.eu-west-1.amazonaws.com/",
           *         "fields": {
           *           "key": "incoming/…"
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["Upload"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdTasksTaskIdTakeOver: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        /** @description Id of the task */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "document": "01JDQ4C0M6F3H8D2V7P5RWYX1B",
         *       "kind": "protocol"
         *     }
         */
        "application/json": components["schemas"]["TakeOverInput"];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "AssessIntake-1-1",
           *       "kind": "AssessIntake",
           *       "title": "Beoordeel de intake",
           *       "pass": 1,
           *       "round": 1,
           *       "stage": "INTAKE",
           *       "audience": "led-team",
           *       "openedAt": "2026-11-23T09:00:00.000Z",
           *       "deadline": "2026-12-07T09:00:00.000Z",
           *       "status": "open",
           *       "since": "2026-11-23T09:00:00.000Z",
           *       "daysLate": 0,
           *       "outcomes": [
           *         "suitable",
           *         "more-information",
           *         "unsuitable",
           *         "close"
           *       ],
           *       "documents": [
           *         {
           *           "id": "01JDQ4C0M6F3H8D2V7P5RWYX1B",
           *           "taskId": "CarryOutDpia-1-1",
           *           "kind": "dpia",
           *           "name": "dpia.pdf",
           *           "size": 48213,
           *           "contentType": "application/pdf",
           *           "scan": "accepted",
           *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *           "by": {
           *             "role": "applicant",
           *             "id": "01JDQ4F9Z3C6P8K2T5V7HMXB0E",
           *             "name": "An Peeters"
           *           },
           *           "at": "2026-11-23T09:00:00.000Z"
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["TaskWithDocuments"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdTasksTaskIdDocumentsDocumentIdRemoval: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        /** @description Id of the task */
        taskId: string;
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdTasksTaskIdLink: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key": string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        /** @description Id of the task */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdTasksTaskIdClaim: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        /** @description Id of the task */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "seen": "tom-team"
         *     }
         */
        "application/json": components["schemas"]["ClaimInput"];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "AssessIntake-1-1",
           *       "kind": "AssessIntake",
           *       "title": "Beoordeel de intake",
           *       "pass": 1,
           *       "round": 1,
           *       "stage": "INTAKE",
           *       "audience": "led-team",
           *       "openedAt": "2026-11-23T09:00:00.000Z",
           *       "deadline": "2026-12-07T09:00:00.000Z",
           *       "status": "open",
           *       "since": "2026-11-23T09:00:00.000Z",
           *       "daysLate": 0
           *     }
           */
          "application/json": components["schemas"]["Task"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdTasksTaskIdRelease: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        /** @description Id of the task */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "AssessIntake-1-1",
           *       "kind": "AssessIntake",
           *       "title": "Beoordeel de intake",
           *       "pass": 1,
           *       "round": 1,
           *       "stage": "INTAKE",
           *       "audience": "led-team",
           *       "openedAt": "2026-11-23T09:00:00.000Z",
           *       "deadline": "2026-12-07T09:00:00.000Z",
           *       "status": "open",
           *       "since": "2026-11-23T09:00:00.000Z",
           *       "daysLate": 0
           *     }
           */
          "application/json": components["schemas"]["Task"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdTasksTaskIdHandOver: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        /** @description Id of the task */
        taskId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "to": "tom-team"
         *     }
         */
        "application/json": components["schemas"]["HandOverInput"];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "AssessIntake-1-1",
           *       "kind": "AssessIntake",
           *       "title": "Beoordeel de intake",
           *       "pass": 1,
           *       "round": 1,
           *       "stage": "INTAKE",
           *       "audience": "led-team",
           *       "openedAt": "2026-11-23T09:00:00.000Z",
           *       "deadline": "2026-12-07T09:00:00.000Z",
           *       "status": "open",
           *       "since": "2026-11-23T09:00:00.000Z",
           *       "daysLate": 0
           *     }
           */
          "application/json": components["schemas"]["Task"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETDossiersId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          /** @description State of the dossier with its tasks, documents and accesses, for If-Match */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *       "reference": "LED-2026-00042",
           *       "status": "ONBOARDING",
           *       "stage": "INTAKE",
           *       "since": "2026-11-23T09:00:00.000Z",
           *       "organisation": {
           *         "name": "Gemeente Voorbeeldegem",
           *         "type": "local-authority",
           *         "enterpriseNumber": "0316380841"
           *       },
           *       "people": {
           *         "contact": {
           *           "id": "01JDQ4F9Z3C6P8K2T5V7HMXB0E",
           *           "name": "An Peeters",
           *           "email": "an.peeters@voorbeeldegem.example"
           *         }
           *       },
           *       "openedAt": "2026-11-23T09:00:00.000Z",
           *       "pass": 1,
           *       "pauses": [],
           *       "accesses": [],
           *       "tasks": [
           *         {
           *           "id": "AssessIntake-1-1",
           *           "kind": "AssessIntake",
           *           "title": "Beoordeel de intake",
           *           "pass": 1,
           *           "round": 1,
           *           "stage": "INTAKE",
           *           "audience": "led-team",
           *           "openedAt": "2026-11-23T09:00:00.000Z",
           *           "deadline": "2026-12-07T09:00:00.000Z",
           *           "status": "open",
           *           "since": "2026-11-23T09:00:00.000Z",
           *           "daysLate": 0
           *         }
           *       ],
           *       "documents": [
           *         {
           *           "id": "01JDQ4C0M6F3H8D2V7P5RWYX1B",
           *           "taskId": "CarryOutDpia-1-1",
           *           "kind": "dpia",
           *           "name": "dpia.pdf",
           *           "size": 48213,
           *           "contentType": "application/pdf",
           *           "scan": "accepted",
           *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *           "by": {
           *             "role": "applicant",
           *             "id": "01JDQ4F9Z3C6P8K2T5V7HMXB0E",
           *             "name": "An Peeters"
           *           },
           *           "at": "2026-11-23T09:00:00.000Z"
           *         }
           *       ],
           *       "leadTimes": {
           *         "consumer": {
           *           "days": 0,
           *           "daysLate": 0,
           *           "byStage": []
           *         },
           *         "led": {
           *           "days": 3,
           *           "daysLate": 0,
           *           "byStage": [
           *             {
           *               "stage": "INTAKE",
           *               "days": 3,
           *               "daysLate": 0
           *             }
           *           ]
           *         }
           *       },
           *       "timeline": [
           *         {
           *           "at": "2026-11-23T09:00:00.000Z",
           *           "who": {
           *             "role": "led-team",
           *             "id": "tine-team",
           *             "name": "Tine Team"
           *           },
           *           "text": "opende het dossier"
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["Dossier"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      410: components["responses"]["410"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETDossiersIdDocumentsDocumentId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the dossier */
        id: string;
        documentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A redirect to its address, valid for some minutes */
      303: {
        headers: {
          Location: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      410: components["responses"]["410"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdDocuments: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "Verslag van het overleg van 12 maart"
         *     }
         */
        "application/json": components["schemas"]["OtherDocumentInput"];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JDQ4C0M6F3H8D2V7P5RWYX1B",
           *       "form": {
           *         "url": "https://bucket.s3.eu-west-1.amazonaws.com/",
           *         "fields": {
           *           "key": "incoming/…"
           *         }
           *       }
           *     }
           */
          "application/json": components["schemas"]["Upload"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETParked: {
    parameters: {
      query?: {
        /** @description `next` of the previous page */
        next?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "dossierId": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *           "reference": "LED-2026-00042",
           *           "organisationName": "Gemeente Voorbeeldegem",
           *           "stage": "INTAKE",
           *           "stages": [
           *             "CONTACT",
           *             "INTAKE"
           *           ],
           *           "at": "2026-11-23T09:00:00.000Z",
           *           "error": "RetryLater",
           *           "cause": "MAIL_UNAVAILABLE",
           *           "lastState": "OpenDossier",
           *           "causeGroup": "mail",
           *           "causeInWords": "Een mail kon niet verstuurd worden.",
           *           "lastStateInWords": "Dossier openen"
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["ParkedPage"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdResume: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "stage": "INTAKE"
         *     }
         */
        "application/json": components["schemas"]["ResumeInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdNotes: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key": string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "An belde: de DPO is pas volgende week terug."
         *     }
         */
        "application/json": components["schemas"]["NoteInput"];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *       "at": "2026-11-23T09:00:00.000Z",
           *       "by": {
           *         "role": "led-team",
           *         "id": "tine-team",
           *         "name": "Tine Team"
           *       },
           *       "text": "An belde: de DPO is pas volgende week terug."
           *     }
           */
          "application/json": components["schemas"]["Note"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdWithdrawal: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "De gemeente ziet af van de aanvraag."
         *     }
         */
        "application/json": components["schemas"]["ReasonInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdEndOfUse: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "purpose",
         *       "explanation": "De premie bestaat niet meer."
         *     }
         */
        "application/json": components["schemas"]["EndOfUseInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdAmendment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "stage": "INTAKE",
         *       "reason": "De gemeente wil ook een ander doel."
         *     }
         */
        "application/json": components["schemas"]["AmendmentInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdClosing: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "De aanvraag is intussen zonder voorwerp."
         *     }
         */
        "application/json": components["schemas"]["ReasonInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdOrganisation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "why": "merged",
         *       "name": "Gemeente Nieuw-Voorbeeldegem",
         *       "type": "local-authority",
         *       "enterpriseNumber": "1000000021",
         *       "reason": "Fusie op 1 januari 2027."
         *     }
         */
        "application/json": components["schemas"]["OrganisationInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdHold: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "until": "2026-12-20",
         *       "reason": "De DPO is met verlof."
         *     }
         */
        "application/json": components["schemas"]["HoldInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdHoldEnd: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdLegalHold: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Er loopt een onderzoek van de toezichthouder."
         *     }
         */
        "application/json": components["schemas"]["ReasonInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdLegalHoldLift: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Het onderzoek is afgesloten."
         *     }
         */
        "application/json": components["schemas"]["ReasonInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdMessages: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused. Required where the body has no id */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "We bespreken je vraag dinsdag en laten dan iets weten."
         *     }
         */
        "application/json": components["schemas"]["MessageInput"];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E"
           *     }
           */
          "application/json": components["schemas"]["Made"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdExports: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key": string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "person": "01JDQ4F9Z3C6P8K2T5V7HMXB0E"
         *     }
         */
        "application/json": components["schemas"]["ExportInput"];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E"
           *     }
           */
          "application/json": components["schemas"]["Made"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETDossiersIdExportsExportId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the dossier */
        id: string;
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A redirect to its address, valid for some minutes */
      303: {
        headers: {
          Location: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      410: components["responses"]["410"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdErasure: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "ground": "mistake"
         *     }
         */
        "application/json": components["schemas"]["ErasureInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETDossiersIdReadings: {
    parameters: {
      query?: {
        /** @description `next` of the previous page */
        next?: string;
      };
      header?: never;
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "day": "2026-11-23",
           *           "at": "2026-11-23T09:00:00.000Z",
           *           "what": "dossier",
           *           "by": {
           *             "id": "tine-team",
           *             "name": "Tine Team",
           *             "roles": [
           *               "led-team"
           *             ]
           *           }
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["ReadingPage"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      410: components["responses"]["410"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETDeletedDossiers: {
    parameters: {
      query?: {
        /** @description `next` of the previous page */
        next?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *           "reference": "LED-2026-00042",
           *           "deletedAt": "2026-11-23T09:00:00.000Z"
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["DeletedPage"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdPeoplePart: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key": string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        part: "contact" | "secondContact" | "dpo" | "signatory" | "secondSignatory";
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "change": "someone-else",
         *       "person": {
         *         "name": "Bo Janssens",
         *         "email": "bo.janssens@voorbeeldegem.example"
         *       }
         *     }
         */
        "application/json": components["schemas"]["PersonOfDossierInput"];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "contact": {
           *         "id": "01JDQ4F9Z3C6P8K2T5V7HMXB0E",
           *         "name": "An Peeters",
           *         "email": "an.peeters@voorbeeldegem.example"
           *       }
           *     }
           */
          "application/json": components["schemas"]["People"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdPeoplePartRemoval: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        part: "contact" | "secondContact" | "dpo" | "signatory" | "secondSignatory";
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "seen": "01JDQ4F9Z3C6P8K2T5V7HMXB0E"
         *     }
         */
        "application/json": components["schemas"]["RemovalInput"];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "contact": {
           *         "id": "01JDQ4F9Z3C6P8K2T5V7HMXB0E",
           *         "name": "An Peeters",
           *         "email": "an.peeters@voorbeeldegem.example"
           *       }
           *     }
           */
          "application/json": components["schemas"]["People"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdPeoplePartLift: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
        part: "contact" | "secondContact" | "dpo" | "signatory" | "secondSignatory";
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTDossiersIdHandler: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
        /** @description ETag of the dossier as the caller read it. If the dossier has changed since, nothing is done (412) */
        "If-Match"?: string;
      };
      path: {
        /** @description Id of the dossier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "to": "tom-team"
         *     }
         */
        "application/json": components["schemas"]["HandlerInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      412: components["responses"]["412"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETColleagues: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "subject": "tine-team",
           *           "name": "Tine Team",
           *           "roles": [
           *             "led-team"
           *           ]
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["Colleagues"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTColleaguesSignOut: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "subject": "tom-team"
         *     }
         */
        "application/json": components["schemas"]["SignOutInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETSubstitutions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JDQ4E5X8B1R7M3Y6W2HKFA9D",
           *           "role": "led-team",
           *           "of": {
           *             "id": "tine-team",
           *             "name": "Tine Team"
           *           },
           *           "substitute": {
           *             "id": "tom-team",
           *             "name": "Tom Team"
           *           },
           *           "from": "2026-12-01",
           *           "until": "2026-12-05",
           *           "at": "2026-11-23T09:00:00.000Z"
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["Substitutions"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTSubstitutions: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "role": "led-team",
         *       "substitute": "tom-team",
         *       "from": "2026-12-01",
         *       "until": "2026-12-05"
         *     }
         */
        "application/json": components["schemas"]["NewSubstitutionInput"];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JDQ4E5X8B1R7M3Y6W2HKFA9D",
           *       "role": "led-team",
           *       "of": {
           *         "id": "tine-team",
           *         "name": "Tine Team"
           *       },
           *       "substitute": {
           *         "id": "tom-team",
           *         "name": "Tom Team"
           *       },
           *       "from": "2026-12-01",
           *       "until": "2026-12-05",
           *       "at": "2026-11-23T09:00:00.000Z"
           *     }
           */
          "application/json": components["schemas"]["Substitution"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTSubstitutionsSubstitutionIdEnd: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path: {
        substitutionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTWorkflowMoves: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "dryRun": true
         *     }
         */
        "application/json": components["schemas"]["MovesInput"];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "moves": [
           *         {
           *           "dossierId": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *           "reference": "LED-2026-00042",
           *           "organisationName": "Gemeente Voorbeeldegem",
           *           "stage": "INTAKE",
           *           "workflow": "onboarding",
           *           "from": 1,
           *           "to": 2,
           *           "outcome": "moves",
           *           "tasks": [
           *             "AssessIntake-1-1"
           *           ]
           *         }
           *       ],
           *       "moved": [],
           *       "left": 1,
           *       "underWay": 0
           *     }
           */
          "application/json": components["schemas"]["Moves"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      410: components["responses"]["410"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETNewMails: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "4f8d2c1b9a7e6f5d4c3b2a1908",
           *           "at": "2026-11-23T09:00:00.000Z",
           *           "isConfirmed": true,
           *           "daysLate": 0,
           *           "from": {
           *             "name": "An Peeters",
           *             "address": "an.peeters@voorbeeldegem.example"
           *           },
           *           "subject": "Kunnen wij aansluiten?",
           *           "files": [
           *             "brief.pdf"
           *           ],
           *           "deadline": "2026-11-30T09:00:00.000Z",
           *           "assignee": {
           *             "id": "tine-team",
           *             "name": "Tine Team",
           *             "at": "2026-11-23T09:00:00.000Z"
           *           }
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["NewMails"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETNewMailsMailId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of a mail of no dossier */
        mailId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "4f8d2c1b9a7e6f5d4c3b2a1908",
           *       "at": "2026-11-23T09:00:00.000Z",
           *       "isConfirmed": true,
           *       "daysLate": 0,
           *       "from": {
           *         "name": "An Peeters",
           *         "address": "an.peeters@voorbeeldegem.example"
           *       },
           *       "subject": "Kunnen wij aansluiten?",
           *       "files": [
           *         "brief.pdf"
           *       ],
           *       "deadline": "2026-11-30T09:00:00.000Z",
           *       "assignee": {
           *         "id": "tine-team",
           *         "name": "Tine Team",
           *         "at": "2026-11-23T09:00:00.000Z"
           *       },
           *       "text": "Wij zijn gemeente Voorbeeldegem, KBO 0316.380.841. Kunnen wij aansluiten?",
           *       "enterpriseNumber": "0316380841"
           *     }
           */
          "application/json": components["schemas"]["NewMail"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTNewMailsMailIdClaim: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of a mail of no dossier */
        mailId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "seen": "tom-team"
         *     }
         */
        "application/json": components["schemas"]["ClaimInput"];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "4f8d2c1b9a7e6f5d4c3b2a1908",
           *       "at": "2026-11-23T09:00:00.000Z",
           *       "isConfirmed": true,
           *       "daysLate": 0,
           *       "from": {
           *         "name": "An Peeters",
           *         "address": "an.peeters@voorbeeldegem.example"
           *       },
           *       "subject": "Kunnen wij aansluiten?",
           *       "files": [
           *         "brief.pdf"
           *       ],
           *       "deadline": "2026-11-30T09:00:00.000Z",
           *       "assignee": {
           *         "id": "tine-team",
           *         "name": "Tine Team",
           *         "at": "2026-11-23T09:00:00.000Z"
           *       },
           *       "text": "Wij zijn gemeente Voorbeeldegem, KBO 0316.380.841. Kunnen wij aansluiten?",
           *       "enterpriseNumber": "0316380841"
           *     }
           */
          "application/json": components["schemas"]["NewMail"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTNewMailsMailIdRelease: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of a mail of no dossier */
        mailId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "4f8d2c1b9a7e6f5d4c3b2a1908",
           *       "at": "2026-11-23T09:00:00.000Z",
           *       "isConfirmed": true,
           *       "daysLate": 0,
           *       "from": {
           *         "name": "An Peeters",
           *         "address": "an.peeters@voorbeeldegem.example"
           *       },
           *       "subject": "Kunnen wij aansluiten?",
           *       "files": [
           *         "brief.pdf"
           *       ],
           *       "deadline": "2026-11-30T09:00:00.000Z",
           *       "assignee": {
           *         "id": "tine-team",
           *         "name": "Tine Team",
           *         "at": "2026-11-23T09:00:00.000Z"
           *       },
           *       "text": "Wij zijn gemeente Voorbeeldegem, KBO 0316.380.841. Kunnen wij aansluiten?",
           *       "enterpriseNumber": "0316380841"
           *     }
           */
          "application/json": components["schemas"]["NewMail"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTNewMailsMailIdHandOver: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of a mail of no dossier */
        mailId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "to": "tom-team"
         *     }
         */
        "application/json": components["schemas"]["HandOverInput"];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "4f8d2c1b9a7e6f5d4c3b2a1908",
           *       "at": "2026-11-23T09:00:00.000Z",
           *       "isConfirmed": true,
           *       "daysLate": 0,
           *       "from": {
           *         "name": "An Peeters",
           *         "address": "an.peeters@voorbeeldegem.example"
           *       },
           *       "subject": "Kunnen wij aansluiten?",
           *       "files": [
           *         "brief.pdf"
           *       ],
           *       "deadline": "2026-11-30T09:00:00.000Z",
           *       "assignee": {
           *         "id": "tine-team",
           *         "name": "Tine Team",
           *         "at": "2026-11-23T09:00:00.000Z"
           *       },
           *       "text": "Wij zijn gemeente Voorbeeldegem, KBO 0316.380.841. Kunnen wij aansluiten?",
           *       "enterpriseNumber": "0316380841"
           *     }
           */
          "application/json": components["schemas"]["NewMail"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTNewMailsMailIdAnswer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key": string;
      };
      path: {
        /** @description Id of a mail of no dossier */
        mailId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "Ja, een gemeente kan aansluiten."
         *     }
         */
        "application/json": components["schemas"]["MailAnswerInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTNewMailsMailIdDossier: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key": string;
      };
      path: {
        /** @description Id of a mail of no dossier */
        mailId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "dossier": "01JDQ4B6V1S6W5N0A9C8XKTZ3E"
         *     }
         */
        "application/json": components["schemas"]["MailDossierInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTNewMailsMailIdAside: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description Id of a mail of no dossier */
        mailId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETUnsentMails: {
    parameters: {
      query?: {
        which?: "waiting" | "refused";
        next?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "about": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *           "reference": "LED-2026-00042",
           *           "key": "opened/SubmitIntake-1-1",
           *           "template": "SubmitIntake",
           *           "state": "waiting",
           *           "since": "2026-11-23T09:00:00.000Z",
           *           "at": "2026-11-23T09:00:00.000Z",
           *           "failure": "MAIL_UNAVAILABLE"
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["UnsentMailPage"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTUnsentMailsForget: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "about": "01JDQ4F9Z3C6P8K2T5V7HMXB0E",
         *       "key": "opened/SubmitIntake-1-1"
         *     }
         */
        "application/json": components["schemas"]["UnsentMailInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "01JDQ4G2T7D5M9R3W1Y8BKCZ4F",
           *           "address": "https://hooks.led.example/led",
           *           "at": "2026-11-23T09:00:00.000Z",
           *           "by": {
           *             "id": "tine-team",
           *             "name": "Tine Team"
           *           }
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["Webhooks"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTWebhooks: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key": string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "address": "https://hooks.led.example/led",
         *       "secret": "whsec_dGhpcyBzZWNyZXQgaXMgb25seSBhbiBleGFtcGxlLg==",
         *       "events": [
         *         "dossier.stage-changed",
         *         "task.opened"
         *       ]
         *     }
         */
        "application/json": components["schemas"]["NewWebhookInput"];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E"
           *     }
           */
          "application/json": components["schemas"]["Made"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTWebhooksWebhookIdRemoval: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      409: components["responses"]["409"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETWebhooksWebhookIdDeliveries: {
    parameters: {
      query?: {
        /** @description `next` of the previous page */
        next?: string;
      };
      header?: never;
      path: {
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "place": "GIVENUP#2026-11-25T03:00:00.000Z#01JDQ4G2T7D5M9R3W1Y8BKCZ4F#01JDQ4B6V1S6W5N0A9C8XKTZ3E/asked/AssessIntake-1-1",
           *           "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E/asked/AssessIntake-1-1",
           *           "webhook": "01JDQ4G2T7D5M9R3W1Y8BKCZ4F",
           *           "attempts": 8,
           *           "event": {
           *             "type": "task.opened",
           *             "timestamp": "2026-11-23T09:00:00.000Z",
           *             "data": {
           *               "dossier": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *               "reference": "LED-2026-00042",
           *               "stage": "INTAKE",
           *               "about": "AssessIntake-1-1"
           *             }
           *           },
           *           "givenUpAt": "2026-11-25T03:00:00.000Z",
           *           "failure": "status-500"
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["OutgoingEventPage"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      404: components["responses"]["404"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  GETUndeliveredEvents: {
    parameters: {
      query?: {
        /** @description `next` of the previous page */
        next?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "place": "GIVENUP#2026-11-25T03:00:00.000Z#01JDQ4G2T7D5M9R3W1Y8BKCZ4F#01JDQ4B6V1S6W5N0A9C8XKTZ3E/asked/AssessIntake-1-1",
           *           "id": "01JDQ4B6V1S6W5N0A9C8XKTZ3E/asked/AssessIntake-1-1",
           *           "webhook": "01JDQ4G2T7D5M9R3W1Y8BKCZ4F",
           *           "attempts": 8,
           *           "event": {
           *             "type": "task.opened",
           *             "timestamp": "2026-11-23T09:00:00.000Z",
           *             "data": {
           *               "dossier": "01JDQ4B6V1S6W5N0A9C8XKTZ3E",
           *               "reference": "LED-2026-00042",
           *               "stage": "INTAKE",
           *               "about": "AssessIntake-1-1"
           *             }
           *           },
           *           "givenUpAt": "2026-11-25T03:00:00.000Z",
           *           "failure": "status-500"
           *         }
           *       ]
           *     }
           */
          "application/json": components["schemas"]["OutgoingEventPage"];
        };
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
  POSTUndeliveredEventsReplay: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key and body within 30 days is the same request; with another body it is refused */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "webhook": "01JDQ4G2T7D5M9R3W1Y8BKCZ4F"
         *     }
         */
        "application/json": components["schemas"]["ReplayInput"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["400"];
      401: components["responses"]["401"];
      403: components["responses"]["403"];
      409: components["responses"]["409"];
      413: components["responses"]["413"];
      415: components["responses"]["415"];
      422: components["responses"]["422"];
      429: components["responses"]["429"];
      500: components["responses"]["500"];
      503: components["responses"]["503"];
    };
  };
}
