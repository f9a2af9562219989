/** The part of the package that tests use; it has no types of its own. */
declare module "asl-validator" {
  const validate: (definition: unknown) => {
    isValid: boolean;
    errorsText: (separator: string) => string;
  };
  export default validate;
}
