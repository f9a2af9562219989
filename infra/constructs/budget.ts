import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Construct } from "constructs";

export type BudgetProps = {
  readonly environment: string;
  readonly mailbox: string;
  /** In US dollars, in which AWS bills. */
  readonly monthly: number;
};

/** Name of the tag that counts a resource as part of this product. */
export const APPLICATION_TAG = "application";
export const APPLICATION = "led-onboarding";

/**
 * The budget of an environment, over the resources with its tags. AWS counts a tag once it is activated as a cost
 * allocation tag (docs/runbook.md). Budgets mails the alarm mailbox itself, so it needs no permission on the topic.
 */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { environment, mailbox, monthly }: BudgetProps) {
    super(scope, id);
    const notify = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
      notification: {
        notificationType,
        comparisonOperator: "GREATER_THAN",
        threshold,
        thresholdType: "PERCENTAGE",
      },
      subscribers: [{ subscriptionType: "EMAIL", address: mailbox }],
    });
    new CfnBudget(this, "Budget", {
      budget: {
        budgetName: `led-${environment}-onboarding`,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: monthly, unit: "USD" },
        costFilters: { TagKeyValue: [`user:${APPLICATION_TAG}$${APPLICATION}-${environment}`] },
      },
      notificationsWithSubscribers: [notify("ACTUAL", 80), notify("ACTUAL", 100), notify("FORECASTED", 100)],
    });
  }
}
