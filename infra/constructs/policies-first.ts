import { Policy, type IRole } from "aws-cdk-lib/aws-iam";
import { Dependable } from "constructs";

/**
 * Makes whoever depends on a role wait for its policies only: it refers to the role itself, and CloudFormation orders
 * that already.
 */
export function policiesFirst(role: IRole): void {
  Dependable.implement(role, {
    get dependencyRoots() {
      return role.node.children.filter((child) => child instanceof Policy);
    },
  });
}
