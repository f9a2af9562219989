/**
 * The same state machine in both languages: a chain of five functions, two choices, and a map with a function per item.
 */

const arn = (name: string) => `arn:aws:lambda:eu-west-1:000000000000:function:${name}`;
const CHAIN = ["First", "Second", "Third", "Fourth", "Fifth"];

const chain = (task: (name: string) => object, last: string) =>
  Object.fromEntries(
    CHAIN.map((name, index) => [name, { Type: "Task", ...task(name), Next: CHAIN[index + 1] ?? last }]),
  );

export const JSONATA = {
  QueryLanguage: "JSONata",
  StartAt: "First",
  States: {
    ...chain((name) => ({ Resource: arn(name), Output: "{% $states.result %}" }), "IsLarge"),
    IsLarge: {
      Type: "Choice",
      Choices: [
        { Condition: "{% $states.input.order > 100 %}", Next: "Large" },
        { Condition: "{% $states.input.order > 5 %}", Next: "Mark" },
      ],
      Default: "Small",
    },
    Mark: {
      Type: "Pass",
      Output: { order: "{% $states.input.order %}", items: "{% $states.input.items %}", size: "middle" },
      Next: "IsMiddle",
    },
    IsMiddle: {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input.size = 'middle' %}", Next: "EachItem" }],
      Default: "Small",
    },
    EachItem: {
      Type: "Map",
      Items: "{% $states.input.items %}",
      ItemProcessor: {
        StartAt: "Work",
        States: { Work: { Type: "Task", Resource: arn("Work"), End: true } },
      },
      End: true,
    },
    Large: { Type: "Task", Resource: arn("Large"), End: true },
    Small: { Type: "Task", Resource: arn("Small"), End: true },
  },
};

export const JSONPATH = {
  StartAt: "First",
  States: {
    ...chain((name) => ({ Resource: arn(name), ResultPath: "$" }), "IsLarge"),
    IsLarge: {
      Type: "Choice",
      Choices: [
        { Variable: "$.order", NumericGreaterThan: 100, Next: "Large" },
        { Variable: "$.order", NumericGreaterThan: 5, Next: "Mark" },
      ],
      Default: "Small",
    },
    Mark: {
      Type: "Pass",
      Parameters: { "order.$": "$.order", "items.$": "$.items", size: "middle" },
      Next: "IsMiddle",
    },
    IsMiddle: {
      Type: "Choice",
      Choices: [{ Variable: "$.size", StringEquals: "middle", Next: "EachItem" }],
      Default: "Small",
    },
    EachItem: {
      Type: "Map",
      ItemsPath: "$.items",
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        StartAt: "Work",
        States: { Work: { Type: "Task", Resource: arn("Work"), End: true } },
      },
      End: true,
    },
    Large: { Type: "Task", Resource: arn("Large"), End: true },
    Small: { Type: "Task", Resource: arn("Small"), End: true },
  },
};
