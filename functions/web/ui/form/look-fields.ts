/** Field of a form whose answers are looked over before they are sent: its first post shows them. */
export const LOOK = "look";
export const FIRST = "first";
/** The button of the page that goes back to the form. */
export const CHANGE = "change";
/** Field of the page itself, for who reads it by program. */
export const LOOKED = "looked";
