import { createContext, useContext } from "hono/jsx";

/** Name of the field with the form id, which makes a repeated post idempotent. */
export const FORM_ID = "formId";

/** Id of all forms on the current page; their addresses distinguish them. */
export const FormIds = createContext<string | undefined>(undefined);

export const FormId = () => {
  const id = useContext(FormIds);
  return id === undefined ? <></> : <input type="hidden" name={FORM_ID} value={id} />;
};
