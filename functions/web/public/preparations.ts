/** What people can read before they begin, each as a Word document and a PDF. */
export const PREPARATIONS = ["protocol", "intake", "dpia"] as const;
export type Preparation = (typeof PREPARATIONS)[number];
