/** Functions that start a program, or hand over to one. */
const STARTS = /\b(DDE|CALL|EXEC|REGISTER(\.ID)?|RTD|WEBSERVICE)\s*\(/i;
/** `cmd|'/c calc'!A0`: program, topic, item. Within braces the sign divides the rows of a matrix. */
const PROGRAM = /\|[^{}]*!/;

/** Whether the formula of a cell or a chart takes its value from another program (DDE). A name in quotes may hold any sign. */
export const isDdeFormula = (formula: string): boolean => {
  const bare = formula.replace(/"[^"]*"|'[^']*'/g, "");
  return STARTS.test(bare) || PROGRAM.test(bare);
};
