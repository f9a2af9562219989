import { createContext, useContext } from "hono/jsx";

/** The name of the field that makes a form one of its kind: posted twice, it is one. */
export const FORM_ID = "formId";

/** The id of every form of the page that is being made; they differ by where they post to. */
export const FormIds = createContext<string | undefined>(undefined);

export const FormId = () => {
  const id = useContext(FormIds);
  return id === undefined ? <></> : <input type="hidden" name={FORM_ID} value={id} />;
};
