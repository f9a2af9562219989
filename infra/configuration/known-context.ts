import cdk from "../../cdk.json" with { type: "json" };

/** Keys for `-c`: the environment, and its protection against deletion. */
const OURS = ["environment", "protection"];
/** Keys that the CDK CLI adds itself. */
const OF_CDK = /^(?:aws:|@aws-cdk\/|@aws-cdk-containers\/|tags$|cli-)/;

/** Keys of the context that nothing reads, such as `enviroment`: without a check they would do nothing at all. */
export const unknownContext = (context: object): string[] =>
  Object.keys(context).filter((key) => !(key in cdk.context) && !OURS.includes(key) && !OF_CDK.test(key));
